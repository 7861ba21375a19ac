import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { latestAnswer } from './answer-store.ts'
import { builtCase } from './builders.ts'
import { clockEvent } from './clock/event.ts'
import { closeConsultation, sendConsultation } from './consultations/consult.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import { overrideRefusal } from './consultations/override-refusal.ts'
import { type AnswerInput, answerInput, consultationInput, duplicateInput } from './contract.ts'
import { draftAnswer } from './draft-answer.ts'
import { recordSearch } from './handle-request.ts'
import { linkDuplicate } from './link-duplicate.ts'
import { partsInWords } from './part-words.ts'
import { recordClockEvent } from './record-clock-event.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const newCase = async () => (await builtCase(platform, officer, '2026-02-25')).id
const draft = (id: number, given: Partial<AnswerInput>) =>
  draftAnswer(platform, officer, id, answerInput.parse({ body: '理由写在这里，足够长。', ...given }))
const reason = '公开会损害第三方的合法权益'
const partly = (
  withheld: AnswerInput['outcome'],
  outcomeDetail: AnswerInput['outcomeDetail'] = null,
): Partial<AnswerInput> => ({
  outcome: 'partly_granted',
  parts: [
    { part: '办法', outcome: 'granted', outcomeDetail: null, reason: '' },
    { part: '名单', outcome: withheld, outcomeDetail, reason },
  ],
})
async function asked(id: number, opinion: 'agrees' | 'refuses') {
  const input = { kind: 'third_party', name: '某企业', letter: '征求意见', on: '2026-02-28' }
  await sendConsultation(platform, officer, id, consultationInput.parse(input))
  const one = (await listConsultations(platform.db, [id])).at(-1)?.id ?? 0
  await closeConsultation(platform, officer, id, one, { on: day('2026-02-28'), opinion, reasons: reason })
  return one
}

describe('Order 711 art. 15, art. 32: withheld for a third party, as a whole or in a part', () => {
  const withheld: [string, Partial<AnswerInput>][] = [
    ['the whole', { outcome: 'refused_third_party', outcomeDetail: 'privacy' }],
    ['a part', partly('refused_third_party', 'trade_secret')],
  ]
  it.each(withheld)('%s: consultation_missing before anybody was asked', async (_, given) => {
    await expect(draft(await newCase(), given)).rejects.toEqual(refused('consultation_missing'))
  })
  it.each(withheld)('%s: third_party_agreed, or the public interest was decided', async (_, given) => {
    const agreed = await newCase()
    await asked(agreed, 'agrees')
    await expect(draft(agreed, given)).rejects.toEqual(refused('third_party_agreed'))
    const overridden = await newCase()
    await overrideRefusal(platform, supervisor, overridden, await asked(overridden, 'refuses'), '公共利益')
    await expect(draft(overridden, given)).rejects.toEqual(refused('third_party_agreed'))
  })
  it.each(withheld)('%s: drafted where one of several refuses', async (_, given) => {
    const id = await newCase()
    await asked(id, 'agrees')
    await asked(id, 'refuses')
    await draft(id, given)
  })
  it('a partial answer that withholds nothing for who refused is third_party_refused', async () => {
    const id = await newCase()
    await asked(id, 'refuses')
    await expect(draft(id, partly('refused_process'))).rejects.toEqual(refused('third_party_refused'))
    await draft(id, partly('refused_third_party', 'privacy'))
    const { legalBasis } = (await latestAnswer(platform.db, id)) ?? {}
    expect(legalBasis).toBe('《中华人民共和国政府信息公开条例》第三十七条、第十五条、第三十二条')
  })
  it.each(['partly_granted', 'other_no_correction'] as const)('a part is no %s', async (outcome) => {
    const parts = [
      ...(partly('refused_process').parts ?? []),
      { part: '其他', outcome, outcomeDetail: null, reason },
    ]
    await expect(draft(await newCase(), { outcome: 'partly_granted', parts })).rejects.toEqual(
      refused('parts_missing'),
    )
  })
})

describe('Order 711 art. 36: one row, two things before the law', () => {
  const regulation = '《中华人民共和国政府信息公开条例》'
  const searched = async (id: number) =>
    recordSearch(platform, officer, id, { on: day('2026-02-28'), place: '档案室', result: '未检索到' })
  it.each([
    ['granted', null, 'provided', '第三十六条第（二）项'],
    ['granted', 'provided', 'provided', '第三十六条第（二）项'],
    ['granted', 'already_public', 'already_public', '第三十六条第（一）项'],
    ['unavailable_not_held', 'does_not_exist', 'does_not_exist', '第三十六条第（四）项'],
    ['unavailable_not_held', 'other_agency', 'other_agency', '第三十六条第（五）项'],
  ] as const)(
    '%s, %s: the answer cites the item and no other',
    async (outcome, outcomeDetail, kept, item) => {
      const id = await newCase()
      await searched(id)
      await draft(id, { outcome, outcomeDetail })
      expect(await latestAnswer(platform.db, id)).toMatchObject({
        outcomeDetail: kept,
        legalBasis: `${regulation}${item}`,
      })
    },
  )
  it('in the parts of a partial answer too', async () => {
    const id = await newCase()
    await searched(id)
    await draft(id, partly('unavailable_not_held', 'other_agency'))
    const answer = await latestAnswer(platform.db, id)
    expect(answer?.legalBasis).toBe(`${regulation}第三十七条、第三十六条第（五）项`)
    const [given, withheld] = partsInWords(answer?.parts ?? [], '711')
    expect(given).toContain(`依据：${regulation}第三十六条第（二）项。`)
    expect(withheld).toContain(`依据：${regulation}第三十六条第（五）项。`)
  })
  it.each<[string, Partial<AnswerInput>]>([
    ['a detail of another outcome', { outcome: 'granted', outcomeDetail: 'does_not_exist' }],
    ['a detail where there is none', { outcome: 'refused_state_secret', outcomeDetail: 'already_public' }],
    ['none where the law has two', { outcome: 'unavailable_not_held' }],
    ['none in a part where the law has two', partly('unavailable_not_held')],
    ['a detail of another outcome in a part', partly('refused_internal', 'privacy')],
  ])('detail_wrong: %s', async (_, given) => {
    const id = await newCase()
    await searched(id)
    await expect(draft(id, given)).rejects.toEqual(refused('detail_wrong'))
  })
  it('detail_wrong: a third party’s interest that is neither a trade secret nor privacy', async () => {
    const id = await newCase()
    await asked(id, 'refuses')
    await expect(draft(id, { outcome: 'refused_third_party' })).rejects.toEqual(refused('detail_wrong'))
  })
})

describe('what an outcome rests on is on record first', () => {
  it('search_missing for a part that is not held', async () => {
    await expect(draft(await newCase(), partly('unavailable_not_held'))).rejects.toEqual(
      refused('search_missing'),
    )
  })
  it('art. 30: still unclear only after a correction was asked for and came: correction_missing', async () => {
    const id = await newCase()
    const unclear = { outcome: 'unavailable_still_unclear' } as const
    await expect(draft(id, unclear)).rejects.toEqual(refused('correction_missing'))
    const notice = { kind: 'correction_notice', on: '2026-02-26', items: '年度', respondBy: '2026-03-10' }
    await recordClockEvent(platform, officer, id, clockEvent.parse(notice))
    const came = { kind: 'correction_received', on: '2026-02-28' }
    await recordClockEvent(platform, officer, id, clockEvent.parse(came))
    await draft(id, unclear)
  })
  it('art. 30: the notice lists what is missing and a period: correction_incomplete', async () => {
    const id = await newCase()
    const notice = { kind: 'correction_notice', on: '2026-02-26' }
    for (const more of [{}, { items: '年度' }, { items: ' ', respondBy: '2026-03-10' }])
      await expect(
        recordClockEvent(platform, officer, id, clockEvent.parse({ ...notice, ...more })),
      ).rejects.toEqual(refused('correction_incomplete'))
  })
  it('art. 36 (6): a repeated request is linked to the earlier one: duplicate_missing', async () => {
    const [first, again] = [await newCase(), await newCase()]
    await expect(draft(again, { outcome: 'unprocessed_duplicate' })).rejects.toEqual(
      refused('duplicate_missing'),
    )
    await linkDuplicate(platform, officer, again, duplicateInput.parse({ ofId: first }))
    const repeated = () => draft(again, { outcome: 'unprocessed_duplicate' })
    // Not answered yet, or somebody else's: it is not a request made anew.
    await expect(repeated()).rejects.toEqual(refused('duplicate_missing'))
    const other = { identityKind: 'passport', identityNumber: 'E77', telephone: '13900139000' } as const
    const elses = (await builtCase(platform, officer, '2026-02-25', other)).id
    const ended = { status: 'answered', outcome: 'granted', answered_on: day('2026-02-27') }
    await platform.db.updateTable('foi_requests').set(ended).where('id', 'in', [first, elses]).execute()
    await linkDuplicate(platform, officer, again, duplicateInput.parse({ ofId: elses, reason: '更正' }))
    await expect(repeated()).rejects.toEqual(refused('duplicate_missing'))
    await linkDuplicate(platform, officer, again, duplicateInput.parse({ ofId: first, reason: '更正' }))
    await repeated()
  })
  it('art. 35: excessive only after the reasons were asked for and weighed: excess_not_weighed', async () => {
    const id = await newCase()
    const excessive = { outcome: 'unprocessed_excessive' } as const
    const weigh = (found: string) => [
      { kind: 'reasons_asked', on: '2026-02-26' },
      { kind: 'reasons_weighed', on: '2026-02-28', found, reasons: '没有说明' },
    ]
    await expect(draft(id, excessive)).rejects.toEqual(refused('excess_not_weighed'))
    for (const event of weigh('unreasonable'))
      await recordClockEvent(platform, officer, id, clockEvent.parse(event))
    await draft(id, excessive)
    const reasonable = await newCase()
    for (const event of weigh('reasonable'))
      await recordClockEvent(platform, officer, reasonable, clockEvent.parse(event))
    await expect(draft(reasonable, excessive)).rejects.toEqual(refused('excess_not_weighed'))
  })
})
