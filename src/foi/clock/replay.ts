import { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from '#calendar'
import { addDays, type Day } from '#platform/clock'
import { refuse } from '../refusals.ts'
import type { ClockEvent } from './event.ts'
import type { Consulted, RulePack } from './rule-pack.ts'

/** The days after `after` up to and including `until` do not count; `until` null: still waiting. */
export type Exclusion = {
  id: string
  with: Consulted
  after: Day
  until: Day | null
  /** Last day for their opinion: later days count again, whenever it came. Law: Order 711 art. 32 and 34. */
  lapsesOn: Day
}

/** Where the clock stands after the events so far. */
export type ClockState = {
  /** Day one is the day after. A correction or a payment starts the clock anew. */
  startOn: Day
  lastOn: Day
  waitsFor: 'correction' | 'payment' | null
  noticeOn: Day | null
  corrected: boolean
  extendedBy: number
  exclusions: readonly Exclusion[]
  volumeDate: Day | null
}

export const startClock = (receivedOn: Day): ClockState => ({
  startOn: receivedOn,
  lastOn: receivedOn,
  waitsFor: null,
  noticeOn: null,
  corrected: false,
  extendedBy: 0,
  exclusions: [],
  volumeDate: null,
})

/** Replay is applying each event in turn: nothing about a date is stored. Throws: Refusal (see refusals.ts), CalendarGap. */
export function applyEvent(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: ClockEvent,
): ClockState {
  if (event.on < state.lastOn) throw refuse('event_before_receipt')
  const next = { ...state, lastOn: event.on }
  switch (event.kind) {
    case 'correction_notice':
      return { ...next, ...correctionAsked(calendar, pack, state, event.on) }
    case 'correction_received':
      if (state.waitsFor !== 'correction') throw refuse('correction_not_asked')
      return { ...next, ...restart(event.on), corrected: true }
    case 'consultation_sent': {
      assertRunning(state)
      const lapsesOn = addWorkingDays(calendar, event.on, pack.opinionWithin)
      const sent = { id: event.id, with: event.with, after: event.on, until: null, lapsesOn }
      return { ...next, exclusions: [...state.exclusions, sent] }
    }
    case 'consultation_delivered': {
      const lapsesOn = addWorkingDays(calendar, event.on, pack.opinionWithin)
      return { ...next, exclusions: changed(state.exclusions, event.id, { lapsesOn }) }
    }
    case 'consultation_returned':
      return { ...next, exclusions: returned(state.exclusions, event) }
    case 'extension':
      assertMayExtend(calendar, pack, state, event)
      return { ...next, extendedBy: event.workingDays }
    case 'fee_notice':
      assertRunning(state)
      return { ...next, waitsFor: 'payment', noticeOn: event.on }
    case 'fee_paid':
      assertMayPay(calendar, pack, state, event.on)
      return { ...next, ...restart(event.on) }
    case 'volume_date_set': {
      const due = dueOn(calendar, pack, state)
      if (due !== null && event.until <= due) throw refuse('volume_date_early')
      return { ...next, volumeDate: event.until }
    }
    default:
      throw event satisfies never
  }
}

/**
 * Last day on which an answer is in time; null while the clock waits for somebody.
 * Law: Order 492 art. 24; Order 711 art. 33 ¶2 and ¶3. Unit: working days; day one is the day after. Throws: CalendarGap.
 */
export function dueOn(calendar: WorkingCalendar, pack: RulePack, state: ClockState): Day | null {
  if (state.waitsFor || openExclusion(pack, state)) return null
  if (state.volumeDate) return state.volumeDate
  let current = state.startOn
  for (let left = pack.answerWithin + state.extendedBy; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(calendar, current) && !excludedBy(pack, state, current)) left -= 1
  }
  return current
}

export function excludedBy(pack: RulePack, state: ClockState, onDay: Day): Exclusion | undefined {
  return state.exclusions.find(
    (e) => pack.excludes.includes(e.with) && onDay > e.after && e.until !== null && onDay <= e.until,
  )
}

const openExclusion = (pack: RulePack, state: ClockState) =>
  state.exclusions.find((e) => e.until === null && pack.excludes.includes(e.with))

const restart = (onDay: Day) => ({ startOn: onDay, waitsFor: null, noticeOn: null, exclusions: [] })

function assertRunning(state: ClockState) {
  if (state.waitsFor) throw refuse('clock_stopped')
}

/** Law: Order 711 art. 30 (once, within seven working days). */
function correctionAsked(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day) {
  assertRunning(state)
  if (state.corrected) throw refuse('correction_twice')
  const within = pack.correctionNoticeWithin
  if (within !== null && onDay > addWorkingDays(calendar, state.startOn, within))
    throw refuse('correction_late')
  return { waitsFor: 'correction', noticeOn: onDay } as const
}

/** Law: Order 492 art. 24; Order 711 art. 33 ¶2 (once, before the limit has passed). */
function assertMayExtend(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: { on: Day; workingDays: number },
) {
  assertRunning(state)
  if (state.extendedBy > 0) throw refuse('extension_twice')
  if (event.workingDays > pack.extensionAtMost) throw refuse('extension_too_long')
  const due = dueOn(calendar, pack, state)
  if (due !== null && event.on > due) throw refuse('extension_after_due')
}

/** Law: 国办函〔2020〕109号 (20 working days from the day after the notice). */
function assertMayPay(calendar: WorkingCalendar, pack: RulePack, state: ClockState, onDay: Day) {
  if (state.waitsFor !== 'payment' || state.noticeOn === null) throw refuse('fee_not_asked')
  if (workingDaysBetween(calendar, state.noticeOn, onDay) > pack.payWithin) throw refuse('fee_late')
}

function returned(exclusions: readonly Exclusion[], { id, on }: { on: Day; id: string }): Exclusion[] {
  const open = exclusions.find((e) => e.id === id && e.until === null)
  return changed(exclusions, id, { until: open && on > open.lapsesOn ? open.lapsesOn : on })
}

function changed(exclusions: readonly Exclusion[], id: string, change: Partial<Exclusion>): Exclusion[] {
  const open = exclusions.findIndex((e) => e.id === id && e.until === null)
  if (open < 0) throw refuse('consultation_unknown')
  return exclusions.map((e, index) => (index === open ? { ...e, ...change } : e))
}
