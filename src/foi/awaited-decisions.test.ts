import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { latestAnswer } from './answer-store.ts'
import { builtCase } from './builders.ts'
import { clockEvent, type EventOf } from './clock/event.ts'
import { closeConsultation, sendConsultation } from './consultations/consult.ts'
import { overrideRefusal } from './consultations/override-refusal.ts'
import { type AwaitedDecision, answerInput, consultationInput } from './contract.ts'
import { foiDesk } from './desk.ts'
import { draftAnswer } from './draft-answer.ts'
import { extend, proposeExtension, setLaterDate } from './extend.ts'
import { readRegister } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { reviewLaw } from './review-law.ts'

// 2026-03-02 is a Monday. Received 2026-02-25: due on 2026-03-24 (work 02-28).
const on = day('2026-03-02')
const due = '2026-03-24'
const told = { toldOn: on, toldBy: 'post', reason: '需要汇总多年数据' }
let platform: Platform
let officer: Staff
let supervisor: Staff
const newCase = async () => (await builtCase(platform, officer, '2026-02-25')).id
const cardOf = async (staff: Staff, decision: AwaitedDecision, at: Platform = platform) =>
  (await foiDesk(at, staff)).find(({ key }) => key === `foi_awaits_${decision}`)
const idsOf = async (staff: Staff, awaits: AwaitedDecision) =>
  (await readRegister(platform, staff, { awaits })).items.map(({ id }) => id)
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

describe('a decision that waits reaches who may take it, with its date, until it is taken', () => {
  it('an extension: the approver, not who asked; gone once granted, or once the due date has passed', async () => {
    const both = await testStaff(platform, 'foi_officer', 'supervisor')
    const [id, late] = [await newCase(), await newCase()]
    for (const one of [id, late])
      await proposeExtension(platform, both, one, { workingDays: 15, reason: '需要汇总多年数据' })
    expect(await cardOf(supervisor, 'extension')).toMatchObject({
      count: 2,
      href: '/requests?awaits=extension',
      overdue: 0,
      nextDue: due,
    })
    expect(await idsOf(supervisor, 'extension')).toEqual([late, id])
    expect(await cardOf(both, 'extension')).toBeUndefined()
    expect(await cardOf(officer, 'extension')).toBeUndefined()
    const event = clockEvent.parse({ kind: 'extension', on, workingDays: 15, ...told })
    await extend(platform, supervisor, id, event as EventOf<'extension'>)
    expect(await idsOf(supervisor, 'extension')).toEqual([late])
    const afterwards = { ...platform, clock: fixedClock('2026-03-25T10:00:00+08:00') }
    expect(await cardOf(supervisor, 'extension', afterwards)).toBeUndefined()
  })
  it('Order 711 art. 35: a later day for reasons found reasonable', async () => {
    const id = await newCase()
    const record = (event: object) => recordClockEvent(platform, officer, id, clockEvent.parse(event))
    await record({ kind: 'reasons_asked', on })
    expect(await cardOf(supervisor, 'later_date')).toBeUndefined()
    await record({ kind: 'reasons_weighed', on, found: 'reasonable', reasons: '课题研究需要' })
    expect(await cardOf(supervisor, 'later_date')).toMatchObject({ count: 1, nextDue: due })
    expect(await idsOf(officer, 'later_date')).toEqual([id])
    const event = clockEvent.parse({ kind: 'volume_date_set', on, until: '2026-06-30', ...told })
    await setLaterDate(platform, supervisor, id, event as EventOf<'volume_date_set'>)
    expect(await cardOf(supervisor, 'later_date')).toBeUndefined()
  })
  it('Order 711 art. 32: a third party that refuses', async () => {
    const id = await newCase()
    const asked = { kind: 'third_party', name: '某公司', letter: '征求意见', on }
    await sendConsultation(platform, officer, id, consultationInput.parse(asked))
    const { id: at } = await platform.db
      .selectFrom('foi_consultations')
      .select('id')
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(await cardOf(supervisor, 'override')).toBeUndefined()
    await closeConsultation(platform, officer, id, at, { on, opinion: 'refuses', reasons: '商业秘密' })
    expect(await cardOf(supervisor, 'override')).toMatchObject({ count: 1, nextDue: due })
    await overrideRefusal(platform, supervisor, id, at, '不公开会对公共利益造成重大影响')
    expect(await idsOf(supervisor, 'override')).toEqual([])
  })
  it('the review of the law: everybody who reviews but the drafter', async () => {
    const id = await newCase()
    const other = await testStaff(platform, 'foi_officer')
    const answer = answerInput.parse({ outcome: 'refused_internal', body: '属于内部事务信息，不予公开。' })
    await draftAnswer(platform, officer, id, answer)
    expect(await cardOf(other, 'legal_review')).toMatchObject({ count: 1, nextDue: due })
    expect(await cardOf(officer, 'legal_review')).toBeUndefined()
    expect(await idsOf(other, 'legal_review')).toEqual([id])
    const contentHash = (await latestAnswer(platform.db, id))?.contentHash ?? ''
    await reviewLaw(platform, other, id, { verdict: 'agrees', contentHash, opinion: '' })
    expect(await cardOf(supervisor, 'legal_review')).toBeUndefined()
  })
})
