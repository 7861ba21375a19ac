import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '#calendar'
import { addDays, type Day } from '#platform/clock'
import type { ClockEvent } from './event.ts'
import type { Consulted, RulePack } from './rule-pack.ts'

/** The working days after `after` up to and including `until` do not count; `until` null: no opinion yet. */
export type Exclusion = {
  id: string
  with: Consulted
  name?: string | undefined
  after: Day
  until: Day | null
  /** Last day for their opinion: later days count again, whether it came or not. Law: Order 711 art. 32 and 34. */
  lapsesOn: Day
}
/** What the clock waits for without a date. */
export type Awaited = 'correction' | 'payment'

/** Where the clock stands after the events so far. */
export type ClockState = {
  receivedOn: Day
  /** Day one is the day after. A correction, a payment or a reopening starts the clock anew. */
  startOn: Day
  restartedBy: Awaited | 'reopening' | null
  lastOn: Day
  waitsFor: Awaited | null
  noticeOn: Day | null
  corrected: boolean
  feeAsked: boolean
  /** Once in the life of a case; a reopening takes the days away, not the fact. */
  extended: boolean
  extendedBy: number
  exclusions: readonly Exclusion[]
  reasons: 'asked' | 'reasonable' | 'unreasonable' | null
  volumeDate: Day | null
  /** The day that the decision sets which makes the agency answer anew. */
  orderedBy: Day | null
}

export const startClock = (receivedOn: Day): ClockState => ({
  receivedOn,
  startOn: receivedOn,
  restartedBy: null,
  lastOn: receivedOn,
  waitsFor: null,
  noticeOn: null,
  corrected: false,
  feeAsked: false,
  extended: false,
  extendedBy: 0,
  exclusions: [],
  reasons: null,
  volumeDate: null,
  orderedBy: null,
})

/**
 * What is recorded has happened: replay judges nothing (`judge.ts` does, before it is recorded), so that a later holiday notice
 * moves dates and refuses none. Throws: CalendarGap.
 */
export function replayEvent(
  calendar: WorkingCalendar,
  pack: RulePack,
  state: ClockState,
  event: ClockEvent,
): ClockState {
  const lapsesOn = () => addWorkingDays(calendar, event.on, pack.opinionWithin)
  const next = { ...state, lastOn: event.on }
  switch (event.kind) {
    case 'correction_notice':
      return { ...next, waitsFor: 'correction', noticeOn: event.on }
    case 'correction_received':
      return { ...next, ...restart(event.on, 'correction'), corrected: true }
    case 'consultation_sent': {
      const { id, name, with: party, on } = event
      const after = event.countsFrom ?? on
      return {
        ...next,
        exclusions: [
          ...state.exclusions,
          { id, name, with: party, after, until: null, lapsesOn: lapsesOn() },
        ],
      }
    }
    case 'consultation_delivered':
      if (event.countsFrom) return next
      return { ...next, exclusions: changed(state.exclusions, event.id, { lapsesOn: lapsesOn() }) }
    case 'consultation_returned':
      return { ...next, exclusions: returned(state.exclusions, event) }
    case 'extension':
      return { ...next, extended: true, extendedBy: event.workingDays }
    case 'fee_notice':
      return { ...next, waitsFor: 'payment', noticeOn: event.on, feeAsked: true }
    case 'fee_paid':
      return { ...next, ...restart(event.on, 'payment') }
    case 'reasons_asked':
      return { ...next, reasons: 'asked' }
    case 'reasons_weighed':
      return { ...next, reasons: event.found }
    case 'volume_date_set':
      return { ...next, volumeDate: event.until }
    case 'reopened':
      return { ...next, ...reopened(event.on), orderedBy: event.answerBy ?? null }
    default:
      throw event satisfies never
  }
}

export const replay = (
  calendar: WorkingCalendar,
  pack: RulePack,
  receivedOn: Day,
  events: readonly ClockEvent[],
): ClockState =>
  events.reduce((state, event) => replayEvent(calendar, pack, state, event), startClock(receivedOn))

/**
 * Last day on which an answer is in time; null while the clock waits for the applicant. An opinion that is still out counts as
 * if it came on its last day: an earlier one brings the date forward.
 * Law: Order 492 art. 24; Order 711 art. 33 ¶2 and ¶3, art. 35. Unit: working days; day one is the day after. Throws: CalendarGap.
 */
export function dueOn(calendar: WorkingCalendar, pack: RulePack, state: ClockState): Day | null {
  if (state.waitsFor) return null
  if (state.orderedBy) return state.orderedBy
  const counted = countedUntil(calendar, pack, state)
  return state.volumeDate && state.volumeDate > counted ? state.volumeDate : counted
}

/** The last of the working days that the law gives, before a date of art. 35 or of a decision takes their place. */
export function countedUntil(calendar: WorkingCalendar, pack: RulePack, state: ClockState): Day {
  let current = state.startOn
  for (let left = pack.answerWithin + state.extendedBy; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(calendar, current) && !excludedBy(pack, state, current)) left -= 1
  }
  return current
}

export function excludedBy(pack: RulePack, state: ClockState, onDay: Day): Exclusion | undefined {
  return state.exclusions.find(
    (e) => pack.excludes.includes(e.with) && onDay > e.after && onDay <= (e.until ?? e.lapsesOn),
  )
}

/** Opinions that the clock still waits for; on and after `today` only those whose last day has not passed. */
export const openExclusions = (pack: RulePack, state: ClockState, today?: Day): Exclusion[] =>
  state.exclusions.filter(
    (e) => e.until === null && pack.excludes.includes(e.with) && (today === undefined || today <= e.lapsesOn),
  )

/** Opinions that are out stay out: their days are not counted in the new period either. */
const restart = (onDay: Day, restartedBy: Awaited) => ({
  startOn: onDay,
  restartedBy,
  waitsFor: null,
  noticeOn: null,
})

const reopened = (onDay: Day) =>
  ({
    startOn: onDay,
    restartedBy: 'reopening',
    waitsFor: null,
    noticeOn: null,
    extendedBy: 0,
    volumeDate: null,
  }) as const

function returned(exclusions: readonly Exclusion[], { id, on }: { on: Day; id: string }): Exclusion[] {
  const open = openIn(exclusions, id)
  return changed(exclusions, id, { until: open && on > open.lapsesOn ? open.lapsesOn : on })
}

const changed = (exclusions: readonly Exclusion[], id: string, change: Partial<Exclusion>): Exclusion[] => {
  const open = openIn(exclusions, id)
  return exclusions.map((e) => (e === open ? { ...e, ...change } : e))
}

export const openIn = (exclusions: readonly Exclusion[], id: string): Exclusion | undefined =>
  exclusions.find((e) => e.id === id && e.until === null)
