import type { Day } from '#platform/clock'
import type { CaseCalendar } from '../events.ts'
import { type Urgency, urgencyOf } from '../urgency.ts'
import { type DatedCase, type DatedMatter, type DeadlineKind, datesOfCase } from './dates-of-case.ts'

export type { DeadlineKind }
export type AlertLevel = Exclude<Urgency, 'waiting' | 'calm'>
export type Deadline = { kind: DeadlineKind; part: number; dueOn: Day; level: AlertLevel | null }

/**
 * Every date of an open case and how near it is. The applicant's own periods only tell that they have lapsed.
 * Law: Order 711 art. 30, 32, 33, 34; 国办函〔2020〕109号. Throws: CalendarGap.
 */
export function deadlinesOf(calendar: CaseCalendar, one: DatedCase, today: Day): Deadline[] {
  return datesOfCase(calendar, one, today).map((matter) => {
    const { kind, part, dueOn } = matter
    return { kind, part, dueOn, level: levelOf(calendar, matter, today) }
  })
}

/** A receipt is to be confirmed at once. Law: Order 711 art. 31 (3). */
function levelOf(
  calendar: CaseCalendar,
  { kind, dueOn, workingDays }: DatedMatter,
  today: Day,
): AlertLevel | null {
  if (today > dueOn) return 'overdue'
  if (kind === 'receipt') return 'days1'
  if (workingDays === null) return null
  const urgency = urgencyOf(calendar, { dueOn, workingDays }, today)
  return urgency === 'calm' || urgency === 'waiting' ? null : urgency
}
