import { type Db, sql, type Tx } from '#platform/db'
import { valueColumn } from './breakdown.ts'
import { type Dimension, type Subject, subjectOf } from './dimension.ts'
import { countedBy } from './figures.ts'
import type { CountedRow, Indicator, Period, RowQuery, SummedRow } from './indicator.ts'

/** Only the rows of one group; null is the group that says nothing. */
export type RowFilter = { dimension: Dimension; value: string | null }

/** The rows behind the number, by id; a growth shows the rows of this period. `next` is the id to go on after. */
export async function rowsOf(
  db: Db | Tx,
  indicator: Indicator,
  period: Period,
  page: { after?: number; limit?: number; filter?: RowFilter | undefined } = {},
): Promise<{ items: (CountedRow & Partial<SummedRow>)[]; next: number | null }> {
  const limit = page.limit ?? 50
  let rows = db
    .selectFrom((countedBy(indicator).rows(db, period) as RowQuery).as('counted'))
    .selectAll()
    .where('id', '>', page.after ?? 0)
    .orderBy('id')
    .limit(limit)
  if (page.filter) rows = rows.where(inGroup(page.filter))
  const items = await rows.execute()
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

function inGroup({ dimension, value }: RowFilter) {
  const same = sql<boolean>`${valueColumn(dimension)} is not distinct from ${value}`
  if (!dimension.view) return same
  return sql<boolean>`exists (
    select from ${sql.table(dimension.view)} dimension where dimension.row_id = counted.id and ${same})`
}

/** The id of the record that a row stands for; a delivery's id holds its article's (migration 0600). */
export function recordIdOf(subject: Subject, rowId: number): number {
  return subject === 'delivery' ? Math.floor(rowId / deliveriesPerArticle) : rowId
}
const deliveriesPerArticle = 8

/** Where the public reads a row's record; undefined: it has no page of its own. */
export function publicAddressOf(indicator: Indicator, row: CountedRow): string | undefined {
  const subject = subjectOf(countedBy(indicator))
  return subject === 'article' || subject === 'delivery'
    ? `/articles/${recordIdOf(subject, row.id)}`
    : undefined
}
