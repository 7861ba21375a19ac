import { type Day, dayOf } from './day.ts'

export {
  addDays,
  type Day,
  day,
  dayInWords,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  weekdayOf,
  yearOf,
} from './day.ts'
export { parseInstant } from './instant.ts'

/** The only source of the present; tests pass a fixed one. */
export type Clock = { now(): Date; today(): Day }

export const systemClock: Clock = { now: () => new Date(), today: () => dayOf(new Date()) }

export function fixedClock(at: string | Date): Clock {
  const instant = new Date(at)
  return { now: () => new Date(instant), today: () => dayOf(instant) }
}
