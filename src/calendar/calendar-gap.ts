import type { Day } from '#platform/clock'

/** A count ran past the days whose notice is known. Not a guess: somebody has to load the notice first. */
export class CalendarGap extends Error {
  readonly day: Day
  constructor(day: Day) {
    super(`no holiday notice is loaded for ${day}`)
    this.name = 'CalendarGap'
    this.day = day
  }
}
