import type { SelectQueryBuilder } from 'kysely'
import type { Day } from '#platform/clock'
import type { Database, Db, Tx } from '#platform/db'
import type { Span } from './duration.ts'

/** Both days belong to the period. */
export type Period = { from: Day; to: Day }

/** A row that an indicator counts; `id` orders the rows and leads to the record. */
export type CountedRow = { id: number; title: string; day: Day | null }
/** A row with money in it; the record that it leads to is another than the row. Unit: that of the indicator; null: nobody wrote it down. */
export type SummedRow = CountedRow & { amount: number | null; record_id: number }
export type RowQuery = SelectQueryBuilder<Database, never, CountedRow>

/**
 * One definition gives the number, the rows behind it, and the report's cell.
 * `wording` is how the report names it; `source` the law, form or text that asks for it.
 */
export type CountIndicator = {
  kind: 'count'
  key: string
  wording: string
  unit: string
  source: string
  /** What a row is; an article when nothing is said. A delivery is one article on one channel. */
  subject?: 'article' | 'delivery' | 'section' | 'foi_request' | 'foi_remedy' | 'letter' | 'call' | 'talk'
  rows: (db: Db | Tx, period: Period) => RowQuery
}
/** An amount added up over rows, two decimals at most. */
export type SumIndicator = Omit<CountIndicator, 'kind' | 'rows' | 'subject'> & {
  kind: 'sum'
  subject: 'foi_fee'
  rows: (db: Db | Tx, period: Period) => SelectQueryBuilder<Database, never, SummedRow>
}
/** Growth of a counted indicator over the period a year earlier. Unit: percent, two decimals. */
export type GrowthIndicator = Omit<CountIndicator, 'kind' | 'rows'> & { kind: 'growth'; of: CountIndicator }
/** Share of one counted indicator in another. Unit: percent, two decimals. */
export type RatioIndicator = Omit<CountIndicator, 'kind' | 'rows'> & {
  kind: 'ratio'
  of: CountIndicator
  over: CountIndicator
}
/** Mean or median time between two days of each row of `of`. Unit: working days, rounded to whole days. */
export type DurationIndicator = Omit<CountIndicator, 'kind' | 'rows'> & {
  kind: 'duration'
  take: 'mean' | 'median'
  of: CountIndicator
  spans: (db: Db | Tx, period: Period) => Promise<Span[]>
}
/** Median of what each row of `of` took. Unit: that of the indicator, one decimal. */
export type MedianIndicator = Omit<CountIndicator, 'kind' | 'rows'> & {
  kind: 'median'
  of: CountIndicator
  median: (db: Db | Tx, period: Period) => Promise<number | null>
}
/** What has rows of its own. */
export type RowIndicator = CountIndicator | SumIndicator
export type Indicator = RowIndicator | GrowthIndicator | RatioIndicator | DurationIndicator | MedianIndicator
