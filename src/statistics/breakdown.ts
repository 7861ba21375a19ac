import { refuse } from '#platform'
import { type Db, sql, type Tx } from '#platform/db'
import { type Dimension, dimensions, subjectOf, valueText } from './dimension.ts'
import { countedBy, measureOf, yearEarlier } from './figures.ts'
import type { Indicator, Period, RowIndicator } from './indicator.ts'

/** One group of the rows of a figure; `count` is their sum where the figure is one. `before`: the same group a year earlier. */
export type Group = { value: string | null; label: string; count: number; before: number }

/** Throws: Refusal not_found. */
export function getDimension(indicator: Indicator, key: string): Dimension {
  const known = dimensions[subjectOf(countedBy(indicator))].find((dimension) => dimension.key === key)
  if (!known) throw refuse('not_found')
  return known
}

/** The rows of a figure in groups, beside the same groups a year earlier. A growth groups the rows of this period. */
export async function breakdownOf(
  db: Db | Tx,
  indicator: Indicator,
  period: Period,
  dimension: Dimension,
): Promise<Group[]> {
  const counted = countedBy(indicator)
  const now = await counts(db, counted, period, dimension)
  const before = await counts(db, counted, yearEarlier(period), dimension)
  const shift = dimension.key === 'month' ? aYearOn : (value: string | null) => value
  const earlier = new Map(before.map(({ value, count }) => [shift(value), count]))
  const found = new Map(now.map(({ value, count }) => [value, count]))
  const seen = new Set([...found.keys(), ...earlier.keys()])
  const values = dimension.key === 'month' && seen.size > 0 ? monthsOf(period) : [...seen]
  const groups = values.map((value) => ({
    value,
    label: valueText(dimension, value),
    count: found.get(value) ?? 0,
    before: earlier.get(value) ?? 0,
  }))
  return groups.sort(dimension.ordered ? byValue : byCount)
}

/** Every month of the period: one without rows is a month with none. */
function monthsOf({ from, to }: Period): string[] {
  const months: string[] = []
  for (let at = from.slice(0, 7); at <= to.slice(0, 7); at = nextMonth(at)) months.push(at)
  return months
}
function nextMonth(text: string): string {
  const [year = 0, month = 0] = text.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

/** '2017-03' is shown beside '2018-03'. */
const aYearOn = (value: string | null) => value && `${Number(value.slice(0, 4)) + 1}${value.slice(4)}`
const byValue = (one: Group, other: Group) => ((one.value ?? '') < (other.value ?? '') ? -1 : 1)
const byCount = (one: Group, other: Group) =>
  other.count - one.count || other.before - one.before || byValue(one, other)

async function counts(db: Db | Tx, indicator: RowIndicator, period: Period, dimension: Dimension) {
  const { rows } = await sql<{ value: string | null; count: number }>`
    select ${valueColumn(dimension)} as value, ${measureOf(indicator)} as count
    from (${indicator.rows(db, period)}) counted ${joinOf(dimension)} group by 1`.execute(db)
  return rows
}

export const valueColumn = ({ column }: Dimension) =>
  column ? sql<string>`dimension.${sql.ref(column)}` : sql<string>`to_char(counted.day, 'YYYY-MM')`
const joinOf = ({ view }: Dimension) =>
  view ? sql`join ${sql.table(view)} dimension on dimension.row_id = counted.id` : sql``
