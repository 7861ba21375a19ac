import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { yearSummary } from '../foi/board/year-summary.ts'
import { approveAnswer, builtCase } from '../foi/builders.ts'
import { clockEvent } from '../foi/clock/event.ts'
import { judgeClosings } from '../foi/closed-in-time.ts'
import { answerInput, reopeningInput } from '../foi/contract.ts'
import { deliverAnswer } from '../foi/deliver-answer.ts'
import { draftAnswer } from '../foi/draft-answer.ts'
import { recordWithdrawal } from '../foi/end-request.ts'
import { keepRequests } from '../foi/import-requests.ts'
import { recordClockEvent } from '../foi/record-clock-event.ts'
import { reopenRequest } from '../foi/reopen-request.ts'
import { figureOf, getIndicator, yearPeriod } from './index.ts'

// Answered on Friday 2026-04-24: of twenty working days, what came on 03-26 is due that day (off 04-04 to 04-06).
let platform: Platform
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-04-24T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
async function answered(receivedOn: string, extendedOn?: string) {
  const { id } = await builtCase(platform, officer, receivedOn)
  const extension = { kind: 'extension', on: extendedOn, workingDays: 5 }
  const onThatDay = { ...platform, clock: fixedClock(`${extendedOn}T10:00:00+08:00`) }
  if (extendedOn) await recordClockEvent(onThatDay, supervisor, id, clockEvent.parse(extension))
  await draftAnswer(platform, officer, id, answerInput.parse({ outcome: 'granted', body: '见附件。' }))
  await approveAnswer(platform, supervisor, id)
  await deliverAnswer(platform, officer, id, { on: day('2026-04-24'), by: 'online', proof: '网上送达' })
  return id
}
async function figures() {
  const read = (key: string) => figureOf(platform.db, getIndicator(`foi.${key}`), yearPeriod(2026))
  return [
    await read('closed_in_time'),
    await read('closed_extended'),
    await read('closed_overdue'),
    await read('replied'),
  ]
}

describe('Order 711 art. 33: closed in time', () => {
  it('is what the case’s own clock says, the same on the board and in statistics', async () => {
    await answered('2026-03-26') // due today
    await answered('2026-03-25') // due yesterday
    await answered('2026-03-20', '2026-04-10') // due 04-20, extended to 04-27
    const late = await answered('2026-03-02', '2026-03-30') // due 03-30, extended to 04-07
    const { id } = await builtCase(platform, officer, '2026-04-20')
    await recordWithdrawal(platform, officer, id)
    const imported = {
      channel: 'letter',
      applicant_kind: 'business',
      description: '申请',
      outcome: 'granted',
    }
    await platform.inTransaction((tx) =>
      keepRequests(platform, tx, [
        { ...imported, number: 'i-1', received_on: day('2026-01-05'), answered_on: day('2026-02-02') },
        { ...imported, number: 'i-2', received_on: day('2026-01-05'), answered_on: day('2026-02-03') },
      ] as Parameters<typeof keepRequests>[2]),
    )
    expect(await figures()).toEqual([3, 1, 3, 7])
    const board = await yearSummary(platform, supervisor, 2026)
    expect([board.inTime, board.answered]).toEqual([4, 7])
    // Handled again, the verdict on the first answer stays (ADR 0025).
    const again = reopeningInput.parse({ reason: '补充材料', basis: 'own_insight' })
    await reopenRequest(platform, supervisor, late, again)
    expect(await figures()).toEqual([3, 1, 3, 7])
  })
  it('is judged once for cases that were closed before the verdict was kept', async () => {
    const before = await figures()
    await platform.db.updateTable('foi_requests').set({ closed_in_time: null }).execute()
    expect(await figures()).toEqual([0, 0, 0, 7])
    expect(await judgeClosings(platform)).toBe(7)
    expect(await figures()).toEqual(before)
    expect(await judgeClosings(platform)).toBe(0)
  })
})
