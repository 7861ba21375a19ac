import { dayKind, type WorkingCalendar } from '#calendar'
import { addDays, type Day } from '#platform/clock'
import type { ClockEvent } from './event.ts'
import { applyEvent, type ClockState, dueOn, excludedBy, startClock } from './replay.ts'
import type { RulePack } from './rule-pack.ts'

/** One day of the count: its number, or why it has none. */
export type CountedDay = {
  day: Day
  number: number | null
  reason: 'weekday' | 'make_up' | 'weekend' | 'holiday' | 'third_party' | 'other_agency'
  name?: string
}
export type DueDate = {
  receivedOn: Day
  rules: RulePack['key']
  rulesName: string
  law: string
  countedFrom: Day
  workingDays: number
  waitsFor: 'correction' | 'payment' | 'consultation' | null
  dueOn: Day | null
  days: CountedDay[]
}

/** A due date that explains itself, day by day. Throws: Refusal, CalendarGap. */
export function explainDueDate(
  calendar: WorkingCalendar,
  pack: RulePack,
  receivedOn: Day,
  events: readonly ClockEvent[],
): DueDate {
  const state = events.reduce(
    (known, event) => applyEvent(calendar, pack, known, event),
    startClock(receivedOn),
  )
  const due = dueOn(calendar, pack, state)
  return {
    receivedOn,
    rules: pack.key,
    rulesName: pack.name,
    law: state.volumeDate ? 'Order 711 art. 35' : pack.law.answer,
    countedFrom: state.startOn,
    workingDays: pack.answerWithin + state.extendedBy,
    waitsFor: due === null ? (state.waitsFor ?? 'consultation') : null,
    dueOn: due,
    days: due === null || state.volumeDate ? [] : daysOf(calendar, pack, state, due),
  }
}

function daysOf(calendar: WorkingCalendar, pack: RulePack, state: ClockState, due: Day): CountedDay[] {
  const days: CountedDay[] = []
  let number = 0
  for (let current = addDays(state.startOn, 1); current <= due; current = addDays(current, 1)) {
    const kind = dayKind(calendar, current)
    const exclusion = kind.working ? excludedBy(pack, state, current) : undefined
    const counts = kind.working && !exclusion
    if (counts) number += 1
    const reason = exclusion ? exclusion.with : kind.reason
    days.push({
      day: current,
      number: counts ? number : null,
      reason,
      ...('name' in kind && !exclusion ? { name: kind.name } : {}),
    })
  }
  return days
}
