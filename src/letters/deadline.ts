import { addWorkingDays, CalendarGap, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'

/** The last working day of a period of the agency's own; null where no notice covers the days yet. Unit: working days; day one is the day after. Source: rules.md 5.1. */
export function deadline(calendar: WorkingCalendar, from: Day, within: number): Day | null {
  try {
    return addWorkingDays(calendar, from, within)
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
