import { workingCalendar } from '#calendar'
import { type Day, day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import { workingDays } from './duration.ts'
import type { CountIndicator, Indicator, Period, RowIndicator, SumIndicator } from './indicator.ts'

export function yearPeriod(year: number): Period {
  return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
}

/** The number. Growth over nothing and a share of nothing are null: there is no percentage of zero. */
export async function figureOf(db: Db | Tx, indicator: Indicator, period: Period): Promise<number | null> {
  if (indicator.kind === 'count') return countOf(db, indicator, period)
  if (indicator.kind === 'sum') return sumOf(db, indicator, period)
  if (indicator.kind === 'median') return indicator.median(db, period)
  if (indicator.kind === 'duration')
    return workingDays(await workingCalendar(db), await indicator.spans(db, period), indicator.take)
  const now = await countOf(db, indicator.of, period)
  if (indicator.kind === 'ratio') return percent(now, await countOf(db, indicator.over, period))
  const before = await countOf(db, indicator.of, yearEarlier(period))
  return percent(now - before, before)
}

const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 100

/** What a figure counts: a growth, a share, a duration and a median stand on the rows of another indicator. */
export function countedBy(indicator: Indicator): RowIndicator {
  return indicator.kind === 'count' || indicator.kind === 'sum' ? indicator : indicator.of
}

async function countOf(db: Db | Tx, indicator: CountIndicator, period: Period): Promise<number> {
  const { count } = await db
    .selectFrom(indicator.rows(db, period).as('counted'))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

async function sumOf(db: Db | Tx, indicator: SumIndicator, period: Period): Promise<number> {
  const { sum } = await db
    .selectFrom(indicator.rows(db, period).as('counted'))
    .select(measureOf(indicator).as('sum'))
    .executeTakeFirstOrThrow()
  return sum
}

/** What a group of rows comes to: how many they are, or what they add up to (in decimals, so that no cent is lost). */
export const measureOf = ({ kind }: RowIndicator) =>
  kind === 'sum'
    ? sql<number>`coalesce(sum(round(counted.amount::numeric, 2)), 0)::double precision`
    : sql<number>`count(*)::integer`

/** The same days a year back; 29 February becomes the 28th. */
export function yearEarlier(period: Period): Period {
  const back = (onDay: Day) => {
    const text = `${Number(onDay.slice(0, 4)) - 1}${onDay.slice(4)}`
    return day(text.endsWith('-02-29') ? text.replace('-29', '-28') : text)
  }
  return { from: back(period.from), to: back(period.to) }
}
