import { CalendarGap, isWorkingDay, type WorkingCalendar } from '#calendar'
import { addDays, type Day, instantOf, weekdayOf } from '#platform/clock'
import { pick, type Random, whole } from './writing/random.ts'

/** Working days of a stretch, both ends included. Where no notice reaches, Monday to Friday: nothing legal rests on it here. */
export function officeDays(calendar: WorkingCalendar, from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let at = from; at <= to; at = addDays(at, 1)) if (isOfficeDay(calendar, at)) days.push(at)
  return days
}

function isOfficeDay(calendar: WorkingCalendar, day: Day): boolean {
  try {
    return isWorkingDay(calendar, day)
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
    return weekdayOf(day) !== 0 && weekdayOf(day) !== 6
  }
}

/** Hours in which an office publishes, busy ones more often. */
const hours = [8, 9, 9, 9, 10, 10, 10, 11, 11, 14, 14, 15, 15, 16, 16, 16, 17]

/** Some moment of a working day; busy days come by a weight of their own (Mondays, the end of a month). */
export function officeMoments(random: Random, days: readonly Day[]): () => Date {
  const weighted = days.flatMap((day) => Array<Day>(weightOf(random, day)).fill(day))
  return () => {
    const [hour, minute] = [pick(random, hours), whole(random, 0, 59)]
    const time = `${String(hour).padStart(2, '0')}:${String(hour === 8 ? 30 + (minute % 30) : minute).padStart(2, '0')}`
    return instantOf(pick(random, weighted), time)
  }
}

function weightOf(random: Random, day: Day): number {
  const monday = weekdayOf(day) === 1 ? 2 : 0
  const monthEnd = Number(day.slice(8)) >= 25 ? 2 : 0
  return whole(random, 2, 6) + monday + monthEnd
}
