import { addWorkingDays, CalendarGap, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { SiteErrorStatus } from './contract.ts'
import { refuse } from './refusals.ts'

/** Passed on within one working day, answered within three, both from receipt. Source: rules.md 5.1. Unit: working days. */
export const forwardWithin = 1
export const answerWithin = 3

/** The last day in time; null where no notice covers the days yet. Unit: working days; day one is the day after. */
export function siteErrorDueOn(calendar: WorkingCalendar, receivedOn: Day, within: number): Day | null {
  try {
    return addWorkingDays(calendar, receivedOn, within)
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}

const moves = {
  received: ['forwarded', 'answered'],
  // Passed on again when the first department was the wrong one.
  forwarded: ['forwarded', 'answered'],
  answered: [],
} satisfies Record<SiteErrorStatus, readonly SiteErrorStatus[]>

/** Throws: Refusal site_error_answered. */
export function assertMove(from: SiteErrorStatus, to: SiteErrorStatus) {
  const allowed: readonly SiteErrorStatus[] = moves[from]
  if (!allowed.includes(to)) throw refuse('site_error_answered')
}
