import { type Day, weekdayOf } from '#platform/clock'
import type { DayChange } from './contract.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Days that become working days or days off. A day that was beyond the horizon is compared with Monday to Friday. */
export function dayChanges(before: WorkingCalendar, after: WorkingCalendar): DayChange[] {
  const named = [before, after].flatMap((one) => [...one.daysOff.keys(), ...one.makeUpWorkdays.keys()])
  return [...new Set(named)].sort().flatMap((day) => {
    const working = isWorked(after, day)
    const name = [after, before]
      .map((one) => one.makeUpWorkdays.get(day) ?? one.daysOff.get(day))
      .find(Boolean)
    return working === isWorked(before, day) ? [] : [{ day, working, name: name ?? '' }]
  })
}

function isWorked(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.makeUpWorkdays.has(day)) return true
  return !calendar.daysOff.has(day) && ![0, 6].includes(weekdayOf(day))
}
