import { CalendarGap, type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'

/** Letters of one pair of days: many letters share it. */
export type Pair = { from: Day; to: Day; count: number }

/** Mean and median from receipt to first reply, one decimal; null when nothing can be counted. Unit: working days. A pair that no notice covers is left out. */
export function handlingTime(
  calendar: WorkingCalendar,
  pairs: readonly Pair[],
): { mean: number | null; median: number | null } {
  const lengths = pairs
    .flatMap(({ from, to, count }) => {
      const days = lengthOf(calendar, from, to)
      return days === undefined ? [] : Array<number>(count).fill(days)
    })
    .sort((one, other) => one - other)
  if (lengths.length === 0) return { mean: null, median: null }
  const middle = (lengths.length - 1) / 2
  const median = ((lengths[Math.floor(middle)] ?? 0) + (lengths[Math.ceil(middle)] ?? 0)) / 2
  return {
    mean: tenths(lengths.reduce((sum, days) => sum + days, 0) / lengths.length),
    median: tenths(median),
  }
}

const tenths = (value: number) => Math.round(value * 10) / 10

function lengthOf(calendar: WorkingCalendar, from: Day, to: Day): number | undefined {
  try {
    return workingDaysBetween(calendar, from, to)
  } catch (error) {
    if (error instanceof CalendarGap) return undefined
    throw error
  }
}
