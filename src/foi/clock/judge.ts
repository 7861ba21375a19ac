import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '#calendar'
import { Refusal } from '#platform'
import type { Day } from '#platform/clock'
import { refusals, refuse } from '../refusals.ts'
import type { ClockEvent, EventOf } from './event.ts'
import { type ClockState, dueOn, openIn, replayEvent, startClock } from './replay.ts'
import { feeLaw, type RulePack } from './rule-pack.ts'

/** What the law says of a new event, before it is recorded. Throws: Refusal (see refusals.ts), CalendarGap. */
export function judgeEvent(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: ClockEvent,
): void {
  if (event.on < state.lastOn) throw refuse('event_before_receipt')
  const past = () => isPast(calendar, pack, state, event.on)
  switch (event.kind) {
    case 'correction_notice':
      assertMayAskCorrection(calendar, pack, state, event.on)
      break
    case 'correction_received':
      if (state.waitsFor !== 'correction') throw refuse('correction_not_asked')
      break
    case 'consultation_sent':
      // After the due date too: the law wants the opinion. The date does not move by it any more.
      assertRunning(state)
      break
    case 'consultation_delivered':
    case 'consultation_returned':
      if (!openIn(state.exclusions, event.id)) throw refuse('consultation_unknown')
      break
    case 'extension':
      assertMayExtend(pack, state, event, past())
      break
    case 'fee_notice':
      assertMayCharge(state, past())
      break
    case 'fee_paid':
      assertMayPay(calendar, pack, state, event.on)
      break
    case 'reasons_asked':
      assertMayAskReasons(pack, state)
      break
    case 'reasons_weighed':
      if (state.reasons === null) throw refuse('reasons_not_asked')
      break
    case 'volume_date_set':
      assertMaySetDate(calendar, pack, state, event)
      break
    case 'reopened':
      if (event.answerBy && event.answerBy < event.on) throw refuse('ordered_day_past')
      break
    default:
      throw event satisfies never
  }
}

/** Judged, then replayed. Throws: Refusal, CalendarGap. */
export function applyEvent(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: ClockEvent,
): ClockState {
  judgeEvent(calendar, pack, state, event)
  return replayEvent(calendar, pack, state, event)
}

/** A whole log that nobody has judged yet (`gongkai due`). Throws: Refusal, CalendarGap. */
export function judgeEvents(
  calendar: WorkingCalendar,
  pack: RulePack,
  receivedOn: Day,
  events: readonly ClockEvent[],
): ClockState {
  return events.reduce((state, event) => applyEvent(calendar, pack, state, event), startClock(receivedOn))
}

/** A refusal for unreasonably many requests rests on reasons that were asked for and weighed. Law: Order 711 art. 35. */
export const foundUnreasonable = ({ reasons }: Pick<ClockState, 'reasons'>): boolean =>
  reasons === 'unreasonable'

/** The refusal names the article of what is awaited. */
function assertRunning({ waitsFor }: ClockState) {
  if (!waitsFor) return
  const law = waitsFor === 'payment' ? feeLaw : refusals.clock_stopped.law
  throw new Refusal('clock_stopped', { ...refusals.clock_stopped, law })
}

function isPast(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day): boolean {
  const due = dueOn(calendar, pack, state)
  return due !== null && onDay > due
}

/** Last day for the notice; null: the law names none. Law: Order 711 art. 30. */
export const correctionNoticeBy = (
  calendar: WorkingCalendar,
  { correctionNoticeWithin: within }: RulePack,
  receivedOn: Day,
): Day | null => (within === null ? null : addWorkingDays(calendar, receivedOn, within))

/** Once, within seven working days of the receipt; under Order 492 within the period for the answer. Law: Order 711 art. 30; Order 492 art. 21 and 24. */
function assertMayAskCorrection(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day) {
  assertRunning(state)
  if (state.corrected) throw refuse('correction_twice')
  const by = correctionNoticeBy(calendar, pack, state.receivedOn)
  if (by !== null && onDay > by) throw refuse('correction_late')
  if (isPast(calendar, pack, state, onDay)) throw refuse('correction_after_due')
}

/** Once, before the limit has passed. Law: Order 492 art. 24; Order 711 art. 33 ¶2. */
function assertMayExtend(pack: RulePack, state: ClockState, event: EventOf<'extension'>, past: boolean) {
  assertRunning(state)
  if (state.extended) throw refuse('extension_twice')
  if (state.volumeDate || state.orderedBy) throw refuse('extension_of_set_date')
  if (event.workingDays > pack.extensionAtMost) throw refuse('extension_too_long')
  if (past) throw refuse('extension_after_due')
}

/** One notice a request, within the period for the answer. Source: 国办函〔2020〕109号; rules.md 1.5. */
function assertMayCharge(state: ClockState, past: boolean) {
  assertRunning(state)
  if (state.feeAsked) throw refuse('fee_twice')
  if (past) throw refuse('fee_notice_late')
}

/** Within twenty working days from the day after the notice. Source: 国办函〔2020〕109号. */
function assertMayPay(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day) {
  if (state.waitsFor !== 'payment' || state.noticeOn === null) throw refuse('fee_not_asked')
  if (workingDaysBetween(calendar, state.noticeOn, onDay) > pack.payWithin) throw refuse('fee_late')
}

/** Law: Order 711 art. 35. */
function assertMayAskReasons(pack: RulePack, state: ClockState) {
  if (!pack.excessiveRequests) throw refuse('volume_old_rules')
  assertRunning(state)
}

/** Reasonable, but too much for the period: once, before it has passed, for later. Law: Order 711 art. 35. */
function assertMaySetDate(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: EventOf<'volume_date_set'>,
) {
  if (!pack.excessiveRequests) throw refuse('volume_old_rules')
  assertRunning(state)
  if (state.volumeDate || state.orderedBy) throw refuse('volume_date_twice')
  if (state.reasons !== 'reasonable') throw refuse('reasons_not_weighed')
  const due = dueOn(calendar, pack, state)
  if (due !== null && event.on > due) throw refuse('volume_date_late')
  if (due !== null && event.until <= due) throw refuse('volume_date_early')
}
