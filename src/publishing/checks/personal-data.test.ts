import { expect, it } from 'vitest'
import { builtContent } from '../builders.ts'
import { checkPersonalData } from './personal-data.ts'

const content = (changes: object) => ({ ...builtContent(1), bodyText: '', attachments: [], ...changes })

it('blocks identity numbers and bank cards, warns of phones, in title, text and attachments', () => {
  const attachment = { name: '名单.xlsx', alt: '', extractedText: '账号4111111111111111' }
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
  const named = checkPersonalData(
    content({
      keywords: '13800138000',
      attachments: [{ ...attachment, name: '110000900101999.pdf' }],
    }) as never,
  )
  expect(named.map(({ text }) => text)).toEqual([
    '关键词中有手机号码，请删除或遮盖。',
    '附件名称中有居民身份证号码，请删除或遮盖。',
    expect.stringMatching(/^附件《[^0-9]*.*》中有银行卡号/),
  ])
  expect(JSON.stringify([findings, named])).not.toMatch(/13800138000|110000900101999|4111111111111111/)
})
