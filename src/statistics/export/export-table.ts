import type { Db } from '#platform/db'
import type { Group } from '../breakdown.ts'
import type { Dimension } from '../dimension.ts'
import type { Indicator, Period } from '../indicator.ts'
import { type RowFilter, rowsOf } from '../rows.ts'

/** What leaves as a file: a head and rows, read while they are written. */
export type ExportTable = {
  columns: readonly string[]
  rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>
}
const rowsPerRead = 2000

/** All rows of a figure, or of one group of it, in the order of their ids. */
export function rowsTable(
  db: Db,
  indicator: Indicator,
  period: Period,
  filter: RowFilter | undefined,
): ExportTable {
  async function* rows() {
    for (let after = 0, more = true; more; ) {
      const page = await rowsOf(db, indicator, period, { after, limit: rowsPerRead, filter })
      for (const { id, title, day } of page.items) yield [id, title, day ?? '']
      more = page.next !== null
      after = page.next ?? after
    }
  }
  return { columns: ['编号', '标题', '日期'], rows: rows() }
}

/** The groups of a figure beside those of the year before. */
export function groupsTable(dimension: Dimension, groups: readonly Group[]): ExportTable {
  return {
    columns: [dimension.label, '本期', '上年同期', '增减'],
    rows: groups.map(({ label, count, before }) => [label, count, before, count - before]),
  }
}
