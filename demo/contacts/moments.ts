import { addDays, type Day, day, instantOf, weekdayOf } from '#platform/clock'
import { pick, type Random, whole } from '../writing/random.ts'

/** How busy a month is: after the spring festival, before examinations and deadlines more, in winter less. */
const monthWeights = [7, 5, 14, 11, 11, 12, 9, 9, 12, 10, 12, 7]
/** A desk has two peaks a day; citizens write in the evening, too. Unit: hours of the day. */
const deskHours = [9, 9, 9, 10, 10, 10, 10, 11, 11, 14, 14, 15, 15, 15, 16, 16, 17]
const homeHours = [8, 9, 9, 10, 10, 11, 12, 13, 14, 15, 15, 16, 17, 19, 20, 20, 21, 22]

const two = (value: number) => String(value).padStart(2, '0')
/** After half past five nobody answers the telephone. */
export const clockTime = (random: Random, hour: number) =>
  `${two(hour)}:${two(whole(random, 0, hour === 17 ? 29 : 59))}`

/** A moment when somebody calls: working days and office hours. */
export function callMoments(random: Random, officeDays: readonly Day[]): () => Date {
  const weighted = officeDays.flatMap((on) =>
    Array<Day>((monthWeights[Number(on.slice(5, 7)) - 1] ?? 9) + (weekdayOf(on) === 1 ? 5 : 0)).fill(on),
  )
  return () => instantOf(pick(random, weighted), clockTime(random, pick(random, deskHours)))
}

/** A moment when somebody writes: any day, and fewer at the weekend. */
export function letterMoments(random: Random, from: Day, to: Day): () => Date {
  const weighted: Day[] = []
  for (let on = day(from); on <= to; on = addDays(on, 1)) {
    const weight = monthWeights[Number(on.slice(5, 7)) - 1] ?? 9
    const weekend = weekdayOf(on) === 0 || weekdayOf(on) === 6
    weighted.push(...Array<Day>(weekend ? Math.ceil(weight / 3) : weight).fill(on))
  }
  return () => instantOf(pick(random, weighted), clockTime(random, pick(random, homeHours)))
}
