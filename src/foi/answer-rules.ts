import { addWorkingDays, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { ClockState } from './clock/replay.ts'
import { feeLaw, type RulePack } from './clock/rule-pack.ts'
import { blocksRelease } from './consultations/consultation-rules.ts'
import type { Consultation } from './consultations/consultation-store.ts'
import type { AnswerInput, Outcome } from './contract.ts'
import type { CaseEvent } from './events.ts'
import { detailFault } from './outcome-details.ts'
import { needsReasons } from './outcome-rules.ts'
import { refuse, refuseBy } from './refusals.ts'

/** Unit: characters. Shorter is no reason that a court would read as one. */
const shortestReasons = 10

type Ripe = {
  answer: AnswerInput
  clock: ClockState
  events: readonly CaseEvent[]
  consultations: readonly Pick<Consultation, 'kind' | 'opinion' | 'overrideReason'>[]
  /** The case is linked to an earlier one of the same applicant that was answered. */
  linked: boolean
  /** How many files go out with the answer. */
  files: number
  today: Day
}

/**
 * Whether the case is ripe for this answer. Law: Order 711 art. 30, 32, 36 and 42.
 * Throws: Refusal correction_not_lapsed, payment_not_lapsed, answer_while_waiting, search_missing, correction_missing, duplicate_missing, excess_not_weighed, consultation_missing,
 * third_party_agreed, third_party_refused, parts_missing, detail_wrong, reasons_missing, answer_place_missing, answer_empty.
 */
export function assertAnswer(calendar: WorkingCalendar, pack: RulePack, given: Ripe) {
  const { answer, clock, today } = given
  assertNotWaiting(calendar, pack, given)
  assertParts(answer)
  assertFacts(pack, given)
  assertThirdParty(given)
  const fault = detailFault(answer)
  if (fault) throw refuse('detail_wrong', { outcomeDetail: fault })
  if (needsReasons(answer.outcome) && answer.body.length < shortestReasons)
    throw refuse('reasons_missing', { body: '请说明理由。' })
  assertSomethingGiven(given)
  if (clock.lastOn > today) throw refuse('event_in_future')
}

/** What is done to the whole request, or to each part of it. */
const outcomesOf = ({ outcome, parts }: AnswerInput): Set<Outcome> =>
  new Set(outcome === 'partly_granted' ? parts.map((part) => part.outcome) : [outcome])

/** What an outcome rests on is on record before it is drafted. Law: Order 711 art. 30, 35, 36 (4) and 36 (6). */
function assertFacts(pack: RulePack, { answer, events, linked }: Ripe) {
  const found = outcomesOf(answer)
  const has = (kind: string) => events.some((event) => event.kind === kind)
  if (found.has('unavailable_not_held') && !has('search')) throw refuse('search_missing')
  if (found.has('unavailable_still_unclear') && !has('correction_received'))
    throw refuse('correction_missing')
  if (found.has('unprocessed_duplicate') && !linked) throw refuse('duplicate_missing')
  const weighed = events.findLast((event) => event.kind === 'reasons_weighed')
  if (
    found.has('unprocessed_excessive') &&
    pack.excessiveRequests &&
    weighed?.detail.found !== 'unreasonable'
  )
    throw refuse('excess_not_weighed')
}

/**
 * Third parties are asked before something is withheld for them; who agreed, or against whom the public interest was
 * decided, is no reason to withhold; who refused is one. Law: Order 711 art. 15, art. 32.
 */
function assertThirdParty({ answer, consultations }: Ripe) {
  const asked = consultations.filter(({ kind }) => kind === 'third_party')
  const withheld = outcomesOf(answer).has('refused_third_party')
  if (withheld && asked.length === 0) throw refuse('consultation_missing')
  if (withheld && asked.every((one) => one.opinion === 'agrees' || one.overrideReason !== null))
    throw refuse('third_party_agreed')
  const gives = answer.outcome === 'granted' || answer.outcome === 'partly_granted'
  if (gives && !withheld && asked.some(blocksRelease)) throw refuse('third_party_refused')
}

/** Who asks is told where it is published, or is given it: in words, or by a file. Law: Order 711 art. 36 (1), art. 36 (2). */
function assertSomethingGiven({ answer: { outcome, outcomeDetail, body }, files }: Ripe) {
  if (outcome !== 'granted') return
  if (outcomeDetail === 'already_public' && body.length < shortestReasons)
    throw refuse('answer_place_missing', { body: '请写明在哪里、怎样获取。' })
  if (!body && files === 0)
    throw refuse('answer_empty', { body: '请写明内容或者获取的方式，或者先选定提供的材料。' })
}

/** Something is given and something is not, each part with its reason. Law: Order 711 art. 37. */
function assertParts({ outcome, parts }: AnswerInput) {
  if (outcome !== 'partly_granted') return
  const given = parts.filter((part) => part.outcome === 'granted')
  const withheld = parts.filter((part) => part.outcome !== 'granted')
  const reasoned = withheld.every(({ reason }) => reason.length >= shortestReasons)
  const whole = parts.some((part) => part.outcome === 'partly_granted' || part.outcome.startsWith('other'))
  if (given.length === 0 || withheld.length === 0 || !reasoned || whole)
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
  if (clock.waitsFor)
    throw refuseBy(clock.waitsFor === 'payment' ? feeLaw : pack.law.correction, 'answer_while_waiting')
  const consulting = clock.exclusions.some((exclusion) => exclusion.until === null)
  if (consulting) throw refuseBy(pack.law.consultation, 'answer_while_waiting')
}
