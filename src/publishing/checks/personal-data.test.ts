import { expect, it } from 'vitest'
import { builtContent } from '../builders.ts'
import { checkPersonalData } from './personal-data.ts'

const content = (changes: object) => ({ ...builtContent(1), bodyText: '', attachments: [], ...changes })

it('blocks identity numbers and bank cards, warns of phones, in title, text and attachments', () => {
  const attachment = { name: '名单.xlsx', extractedText: '账号4111111111111111' }
  const findings = checkPersonalData(
    content({
      title: '致13800138000',
      bodyText: '旧证号110000900101999',
      attachments: [attachment],
    }) as never,
  )
  expect(findings.map(({ code, level }) => [code, level])).toEqual([
    ['mobile_phone', 'warning'],
    ['identity_number', 'error'],
    ['bank_card', 'error'],
  ])
  expect(findings[2]?.text).toContain('附件《名单.xlsx》')
  expect(JSON.stringify(findings)).not.toMatch(/13800138000|110000900101999|4111111111111111/)
})
