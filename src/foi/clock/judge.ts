import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'
import { refuse, refuseBy } from '../refusals.ts'
import type { ClockEvent, EventOf } from './event.ts'
import { type ClockState, dueOn, openIn, replayEvent, startClock } from './replay.ts'
import { feeLaw, mayCharge, type RulePack } from './rule-pack.ts'

/**
 * What the law says of a new event, before it is recorded. A fact may be entered late, but what gives the agency more time is refused
 * once the due date has passed on the day of entry, whatever day it names (ADR 0035). Source: rules.md 1.3.
 * Throws: Refusal (see refusals.ts), CalendarGap.
 */
export function judgeEvent(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: ClockEvent,
  recordedOn: Day,
): void {
  if (event.on < state.lastOn) throw refuseBy(pack.law.answer, 'event_before_receipt')
  const past = () => isPast(calendar, pack, state, event.on > recordedOn ? event.on : recordedOn)
  switch (event.kind) {
    case 'correction_notice':
      assertMayAskCorrection(calendar, pack, state, event.on, past())
      break
    case 'correction_received':
      if (state.waitsFor !== 'correction') throw refuseBy(pack.law.correction, 'correction_not_asked')
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
      assertMayCharge(pack, state, past())
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
      assertMaySetDate(calendar, pack, state, event, past())
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
  recordedOn: Day,
): ClockState {
  judgeEvent(calendar, pack, state, event, recordedOn)
  return replayEvent(calendar, pack, state, event)
}

/** A whole log that nobody has judged yet (`gongkai due`), each event as if entered on its day. Throws: Refusal, CalendarGap. */
export function judgeEvents(
  calendar: WorkingCalendar,
  pack: RulePack,
  receivedOn: Day,
  events: readonly ClockEvent[],
): ClockState {
  return events.reduce(
    (state, event) => applyEvent(calendar, pack, state, event, event.on),
    startClock(receivedOn),
  )
}

/** A refusal for unreasonably many requests rests on reasons that were asked for and weighed. Law: Order 711 art. 35. */
export const foundUnreasonable = ({ reasons }: Pick<ClockState, 'reasons'>): boolean =>
  reasons === 'unreasonable'

/** The refusal names the article of what is awaited. */
function assertRunning({ waitsFor }: ClockState) {
  if (!waitsFor) return
  throw waitsFor === 'payment' ? refuseBy(feeLaw, 'clock_stopped') : refuse('clock_stopped')
}

export function isPast(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day): boolean {
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
function assertMayAskCorrection(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  onDay: Day,
  past: boolean,
) {
  assertRunning(state)
  if (state.corrected) throw refuseBy(pack.law.correction, 'correction_twice')
  const by = correctionNoticeBy(calendar, pack, state.receivedOn)
  if (by !== null && onDay > by) throw refuse('correction_late')
  if (past) throw refuseBy(pack.law.answer, 'correction_after_due')
}

/** Once, before the limit has passed. Law: Order 492 art. 24; Order 711 art. 33 ¶2. */
function assertMayExtend(pack: RulePack, state: ClockState, event: EventOf<'extension'>, past: boolean) {
  assertRunning(state)
  const { extension: law } = pack.law
  if (state.extended) throw refuseBy(law, 'extension_twice')
  if (state.volumeDate || state.orderedBy) throw refuseBy(law, 'extension_of_set_date')
  if (event.workingDays > pack.extensionAtMost) throw refuseBy(law, 'extension_too_long')
  if (past) throw refuseBy(law, 'extension_after_due')
}

/** One notice a request, within the period for the answer, and none before there was a measure. Source: 国办函〔2020〕109号; rules.md 1.5. */
function assertMayCharge(pack: RulePack, state: ClockState, past: boolean) {
  if (!pack.processingFee) throw refuse('fee_old_rules')
  if (!mayCharge(pack, state.receivedOn)) throw refuse('fee_before_measure')
  assertRunning(state)
  if (state.feeAsked) throw refuse('fee_twice')
  if (past) throw refuse('fee_notice_late')
}

/** Last day to pay. Source: 国办函〔2020〕109号. Throws: CalendarGap. */
export const payBy = (
  calendar: WorkingCalendar,
  { payWithin }: Pick<RulePack, 'payWithin'>,
  noticeOn: Day,
): Day => addWorkingDays(calendar, noticeOn, payWithin)

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
  past: boolean,
) {
  if (!pack.excessiveRequests) throw refuse('volume_old_rules')
  assertRunning(state)
  if (state.volumeDate || state.orderedBy) throw refuse('volume_date_twice')
  if (state.reasons !== 'reasonable') throw refuse('reasons_not_weighed')
  const due = dueOn(calendar, pack, state)
  if (past) throw refuse('volume_date_late')
  if (due !== null && event.until <= due) throw refuse('volume_date_early')
}
