import { workingCalendar } from '#calendar'
import type { Db, Tx } from '#platform/db'
import { lengthsOf } from './duration.ts'
import type { DurationIndicator, Period } from './indicator.ts'

/** Upper ends of the groups. Unit: working days; the last group has none. */
const ends = [3, 5, 10, 15, 20]

/** How many rows took how long. Unit: working days after the first day, up to and including the last. */
export async function handlingTimes(
  db: Db | Tx,
  indicator: DurationIndicator,
  period: Period,
): Promise<{ label: string; count: number }[]> {
  const lengths = lengthsOf(await workingCalendar(db), await indicator.spans(db, period))
  const groups = [...ends, Number.POSITIVE_INFINITY].map((end, at) => {
    const start = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1
    const label = Number.isFinite(end)
      ? at === 0
        ? `${end}个工作日以内`
        : `${start}至${end}个工作日`
      : `超过${start - 1}个工作日`
    return { label, count: lengths.filter((length) => length >= start && length <= end).length }
  })
  const last = groups.findLastIndex((group) => group.count > 0)
  return groups.slice(0, last + 1)
}
