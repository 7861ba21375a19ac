import { type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'
import type { DueDate } from './clock/explain.ts'

/** Traffic light of an open case: working days left, counted from today. */
export const urgencies = ['waiting', 'calm', 'half', 'days5', 'days3', 'days1', 'overdue'] as const
export type Urgency = (typeof urgencies)[number]

/** Half time, then 5, 3 and 1 working days before the end, then too late. */
export function urgencyOf(
  calendar: WorkingCalendar,
  due: Pick<DueDate, 'dueOn' | 'workingDays'> | null,
  today: Day,
): Urgency {
  if (!due?.dueOn) return 'waiting'
  if (today > due.dueOn) return 'overdue'
  const left = workingDaysBetween(calendar, today, due.dueOn)
  if (left <= 1) return 'days1'
  if (left <= 3) return 'days3'
  if (left <= 5) return 'days5'
  return left <= due.workingDays / 2 ? 'half' : 'calm'
}
