import { CalendarGap, type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'

export type Span = { from: Day | null; to: Day | null }

/**
 * Mean or median of spans in working days, rounded to a whole day as the source does; null when there is none.
 * Unit: working days after the first day, up to and including the last. A span that no notice covers is left out.
 */
export function workingDays(
  calendar: WorkingCalendar,
  spans: readonly Span[],
  take: 'mean' | 'median',
): number | null {
  const lengths = lengthsOf(calendar, spans)
  if (lengths.length === 0) return null
  if (take === 'mean') return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length)
  const middle = (lengths.length - 1) / 2
  return Math.round(((lengths[Math.floor(middle)] ?? 0) + (lengths[Math.ceil(middle)] ?? 0)) / 2)
}

/** Shortest first. Unit: working days; a span that no notice covers is left out. */
export function lengthsOf(calendar: WorkingCalendar, spans: readonly Span[]): number[] {
  return spans
    .map(({ from, to }) => lengthOf(calendar, from, to))
    .filter((length) => length !== undefined)
    .sort((one, other) => one - other)
}

function lengthOf(calendar: WorkingCalendar, from: Day | null, to: Day | null): number | undefined {
  if (!from || !to) return undefined
  try {
    return workingDaysBetween(calendar, from, to)
  } catch (error) {
    if (error instanceof CalendarGap) return undefined
    throw error
  }
}
