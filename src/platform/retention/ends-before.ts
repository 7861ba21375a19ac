import { type Day, day, yearOf } from '#platform/clock'

/** Nobody erases by mistake what is still in use. Unit: years. */
export const shortestRetentionYears = 1

/** Ended on this day or before: the period has passed. Law: PIPL art. 19, art. 47. */
export function retentionEndsBefore(today: Day, years: number): Day {
  const year = yearOf(today) - years
  return today.endsWith('02-29') ? day(`${year}-02-28`) : day(`${year}${today.slice(4)}`)
}
