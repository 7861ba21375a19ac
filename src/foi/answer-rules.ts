import { addWorkingDays, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { ClockState } from './clock/replay.ts'
import type { RulePack } from './clock/rule-pack.ts'
import type { AnswerInput } from './contract.ts'
import type { CaseEvent } from './events.ts'
import { needsReasons } from './outcome-rules.ts'
import { refuse } from './refusals.ts'

/** Unit: characters. Shorter is no reason that a court would read as one. */
const shortestReasons = 10

/**
 * Whether the case is ripe for this answer. Law: Order 711 art. 30, 32, 36 and 42.
 * Throws: Refusal correction_not_lapsed, payment_not_lapsed, answer_while_waiting, search_missing, consultation_missing, reasons_missing.
 */
export function assertAnswer(
  calendar: WorkingCalendar,
  pack: RulePack,
  given: { answer: AnswerInput; clock: ClockState; events: readonly CaseEvent[]; today: Day },
) {
  const { answer, clock, events, today } = given
  assertNotWaiting(calendar, pack, given)
  const has = (kind: string) => events.some((event) => event.kind === kind)
  if (answer.outcome === 'unavailable_not_held' && !has('search')) throw refuse('search_missing')
  if (answer.outcome === 'refused_third_party' && !has('consultation_sent'))
    throw refuse('consultation_missing')
  if (needsReasons(answer.outcome) && answer.body.length < shortestReasons)
    throw refuse('reasons_missing', { body: '请说明理由。' })
  if (clock.lastOn > today) throw refuse('event_in_future')
}

function assertNotWaiting(
  calendar: WorkingCalendar,
  pack: RulePack,
  {
    answer,
    clock,
    events,
    today,
  }: { answer: AnswerInput; clock: ClockState; events: readonly CaseEvent[]; today: Day },
) {
  if (answer.outcome === 'other_no_correction') {
    const notice = events.findLast((event) => event.kind === 'correction_notice')
    const until = notice?.detail.respondBy
    if (clock.waitsFor !== 'correction' || typeof until !== 'string' || today <= until)
      throw refuse('correction_not_lapsed')
    return
  }
  if (answer.outcome === 'other_fee_unpaid') {
    const lapsed = clock.noticeOn !== null && today > addWorkingDays(calendar, clock.noticeOn, pack.payWithin)
    if (clock.waitsFor !== 'payment' || !lapsed) throw refuse('payment_not_lapsed')
    return
  }
  const consulting = clock.exclusions.some((exclusion) => exclusion.until === null)
  if (clock.waitsFor || consulting) throw refuse('answer_while_waiting')
}
