import { dayKind, type NoticeReference, type WorkingCalendar } from '#calendar'
import { addDays, type Day } from '#platform/clock'
import type { ClockEvent } from './event.ts'
import {
  type Awaited,
  type ClockState,
  countedUntil,
  dueOn,
  excludedBy,
  openExclusions,
  replay,
} from './replay.ts'
import type { Consulted, RulePack } from './rule-pack.ts'
import { type Step, stepsOf } from './steps.ts'

/** One day of the count: its number, or why it has none. */
export type CountedDay = {
  day: Day
  number: number | null
  reason: 'weekday' | 'make_up' | 'weekend' | 'holiday' | Consulted
  /** Of the holiday, and the notice that names the day. */
  name?: string
  notice?: NoticeReference
}
export type DueDate = {
  receivedOn: Day
  rules: RulePack['key']
  rulesName: string
  law: string
  countedFrom: Day
  workingDays: number
  /** `consultation`: the date is provisional, an earlier opinion brings it forward. */
  waitsFor: Awaited | 'consultation' | null
  /** Last day for the opinion that is out; after it the clock waits no more. */
  waitsUntil: Day | null
  dueOn: Day | null
  steps: Step[]
  days: CountedDay[]
}

/** A due date that explains itself, step by step and day by day. `today`: an opinion is awaited until its last day only. Throws: CalendarGap. */
export function explainDueDate(
  calendar: WorkingCalendar,
  pack: RulePack,
  receivedOn: Day,
  events: readonly ClockEvent[],
  today?: Day,
): DueDate {
  const state = replay(calendar, pack, receivedOn, events)
  const due = dueOn(calendar, pack, state)
  const open = openExclusions(pack, state, today)
  const counted = due === null ? null : countedUntil(calendar, pack, state)
  return {
    receivedOn,
    rules: pack.key,
    rulesName: pack.name,
    law: lawOf(pack, state, due),
    countedFrom: state.startOn,
    workingDays: pack.answerWithin + state.extendedBy,
    waitsFor: state.waitsFor ?? (open.length > 0 ? 'consultation' : null),
    waitsUntil:
      open
        .map(({ lapsesOn }) => lapsesOn)
        .sort()
        .at(-1) ?? null,
    dueOn: due,
    steps: stepsOf(pack, receivedOn, events, { state, countedUntil: counted }),
    days: counted === null ? [] : daysOf(calendar, pack, state, counted),
  }
}

/** Every day after `from` up to `until`, numbered where it counts. Throws: CalendarGap. */
export function countDays(calendar: WorkingCalendar, from: Day, until: Day): CountedDay[] {
  const days: CountedDay[] = []
  for (let current = addDays(from, 1), number = 0; current <= until; current = addDays(current, 1)) {
    const kind = dayKind(calendar, current)
    if (kind.working) number += 1
    days.push(dayOf(calendar, current, kind.working ? number : null))
  }
  return days
}

function dayOf(calendar: WorkingCalendar, current: Day, number: number | null): CountedDay {
  const kind = dayKind(calendar, current)
  const notice = 'name' in kind ? calendar.noticeOf.get(current) : undefined
  return {
    day: current,
    number,
    reason: kind.reason,
    ...('name' in kind ? { name: kind.name } : {}),
    ...(notice ? { notice } : {}),
  }
}

function lawOf(pack: RulePack, state: ClockState, due: Day | null): string {
  if (state.orderedBy) return 'Order 711 art. 51'
  return state.volumeDate && state.volumeDate === due ? 'Order 711 art. 35' : pack.law.answer
}

/** The days of the law's own period; a date that was set for later has a step of its own. */
function daysOf(calendar: WorkingCalendar, pack: RulePack, state: ClockState, until: Day): CountedDay[] {
  if (state.orderedBy) return []
  const days: CountedDay[] = []
  let number = 0
  for (let current = addDays(state.startOn, 1); current <= until; current = addDays(current, 1)) {
    const kind = dayKind(calendar, current)
    const exclusion = kind.working ? excludedBy(pack, state, current) : undefined
    const counts = kind.working && !exclusion
    if (counts) number += 1
    if (exclusion) days.push({ day: current, number: null, reason: exclusion.with })
    else days.push(dayOf(calendar, current, counts ? number : null))
  }
  return days
}
