import { addDays, type Day } from '#platform/clock'
import type { DayKind } from './contract.ts'
import { dayKind, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/**
 * The working day that many working days after `from`; day one is the day after. Zero gives `from` itself,
 * or the next working day when `from` is not one. Source: rules.md 7. Unit: working days. Throws: CalendarGap.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  if (count === 0) return sameOrNextWorkingDay(calendar, from)
  let current = from
  for (let left = count; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(calendar, current)) left -= 1
  }
  return current
}

/** A period that ends on a day off ends on the next working day. Throws: CalendarGap. */
export function sameOrNextWorkingDay(calendar: WorkingCalendar, onDay: Day): Day {
  let current = onDay
  while (!isWorkingDay(calendar, current)) current = addDays(current, 1)
  return current
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. Throws: CalendarGap. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1))
    if (isWorkingDay(calendar, current)) count += 1
  return count
}

/** The days after `from` up to `to` that were skipped, or counted although they are a Saturday or Sunday; and why. */
export function explainDays(calendar: WorkingCalendar, from: Day, to: Day): { day: Day; kind: DayKind }[] {
  const notable: { day: Day; kind: DayKind }[] = []
  for (let current = addDays(from, 1); current <= to; current = addDays(current, 1)) {
    const kind = dayKind(calendar, current)
    if (kind.reason !== 'weekday') notable.push({ day: current, kind })
  }
  return notable
}
