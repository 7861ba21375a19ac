import { addWorkingDays, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { ClockState } from './clock/replay.ts'
import type { RulePack } from './clock/rule-pack.ts'
import { blocksRelease } from './consultations/consultation-rules.ts'
import type { Consultation } from './consultations/consultation-store.ts'
import type { AnswerInput } from './contract.ts'
import type { CaseEvent } from './events.ts'
import { needsReasons } from './outcome-rules.ts'
import { refuse } from './refusals.ts'

/** Unit: characters. Shorter is no reason that a court would read as one. */
const shortestReasons = 10

type Ripe = {
  answer: AnswerInput
  clock: ClockState
  events: readonly CaseEvent[]
  consultations: readonly Pick<Consultation, 'kind' | 'opinion' | 'overrideReason'>[]
  today: Day
}

/**
 * Whether the case is ripe for this answer. Law: Order 711 art. 30, 32, 36 and 42.
 * Throws: Refusal correction_not_lapsed, payment_not_lapsed, answer_while_waiting, search_missing, consultation_missing, third_party_refused, parts_missing, reasons_missing.
 */
export function assertAnswer(calendar: WorkingCalendar, pack: RulePack, given: Ripe) {
  const { answer, clock, events, today } = given
  assertNotWaiting(calendar, pack, given)
  const has = (kind: string) => events.some((event) => event.kind === kind)
  if (answer.outcome === 'unavailable_not_held' && !has('search')) throw refuse('search_missing')
  assertThirdParty(given)
  assertParts(answer)
  if (needsReasons(answer.outcome) && answer.body.length < shortestReasons)
    throw refuse('reasons_missing', { body: '请说明理由。' })
  if (clock.lastOn > today) throw refuse('event_in_future')
}

/** Law: Order 711 art. 32. */
function assertThirdParty({ answer, consultations }: Ripe) {
  if (answer.outcome === 'refused_third_party' && !consultations.some(({ kind }) => kind === 'third_party'))
    throw refuse('consultation_missing')
  if (answer.outcome === 'granted' && consultations.some(blocksRelease)) throw refuse('third_party_refused')
}

/** Something is given and something is not, each part with its reason. Law: Order 711 art. 37. */
function assertParts({ outcome, parts }: AnswerInput) {
  if (outcome !== 'partly_granted') return
  const given = parts.filter((part) => part.outcome === 'granted')
  const withheld = parts.filter((part) => part.outcome !== 'granted')
  const reasoned = withheld.every(({ reason }) => reason.length >= shortestReasons)
  if (given.length === 0 || withheld.length === 0 || !reasoned)
    throw refuse('parts_missing', { parts: '请至少写明一个公开的部分和一个不公开的部分及理由。' })
}

function assertNotWaiting(calendar: WorkingCalendar, pack: RulePack, { answer, clock, events, today }: Ripe) {
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
