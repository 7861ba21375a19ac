import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtCase } from '../builders.ts'
import { confirmationPeriod } from '../clock/period.ts'
import { consultationInput } from '../contract.ts'
import { caseFacts } from '../documents/letter-facts.ts'
import { wordings } from '../documents/letter-wording.ts'
import { caseCalendar } from '../events.ts'
import { readRequest } from '../read-request.ts'
import { houseRule } from '../refusals.ts'
import { getRequest } from '../store.ts'
import { sendConsultation } from './consult.ts'

it.each([
  ['2018-06-04', '2018-06-05', 'Order 492 art. 23', houseRule, '国办公开办函〔2015〕207号'],
  ['2020-06-01', '2020-06-02', 'Order 711 art. 32', 'Order 711 art. 34', 'Order 711 art. 31 (3)'],
])('a case of %s is shown the order of its day', async (received, on, third, agency, confirmation) => {
  const platform = await testPlatform({ now: `${on}T10:00:00+08:00` })
  const officer = await testStaff(platform, 'foi_officer')
  const { id } = await builtCase(platform, officer, received)
  const asked = { name: '某单位', contact: '', isPerson: false, letter: '征求意见。', on }
  for (const kind of ['third_party', 'other_agency'])
    await sendConsultation(platform, officer, id, consultationInput.parse({ ...asked, kind }))
  const { consultations } = await readRequest(platform, officer, id)
  expect(consultations.map(({ period }) => period.law)).toEqual([third, agency])
  const old = third.includes('492')
  const [toThird, toAgency] = consultations.map(({ silenceMeans }) => silenceMeans)
  expect(toThird).toContain(old ? '2007年条例第二十三条' : '（第三十二条）')
  expect(toAgency?.includes('视为同意公开（第三十四条）')).toBe(!old)
  expect(confirmationPeriod(await caseCalendar(platform.db), day(received)).law).toBe(confirmation)
})

it('letters take the period from the rules, and tell no agency under Order 492 that silence consents', async () => {
  const platform = await testPlatform({ now: '2018-06-05T10:00:00+08:00' })
  const officer = await testStaff(platform, 'foi_officer')
  const { id } = await builtCase(platform, officer, '2018-06-04')
  const request = await getRequest(platform.db, id)
  const given = {
    events: [],
    answer: undefined,
    consultation: undefined,
    due: null,
    today: day('2018-06-05'),
  }
  const factsUnder = (rules: '492' | '711', opinionWithin492: number) =>
    caseFacts('receipt', {
      ...given,
      places: {} as never,
      request: {
        ...request,
        rules,
        uncertain: request.uncertain && { ...request.uncertain, opinionWithin492 },
      },
    })
  expect(factsUnder('492', 10)).toMatchObject({ opinionWithin: '10', silence: '' })
  expect(factsUnder('711', 10)).toMatchObject({
    opinionWithin: '15',
    silence: expect.stringContaining('视为同意'),
  })
  for (const kind of ['third_party_consultation', 'other_agency_consultation'] as const)
    expect(wordings[kind].paragraphs.join('')).toContain('{opinionWithin}个工作日')
})
