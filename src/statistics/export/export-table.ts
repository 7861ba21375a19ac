import type { Db } from '#platform/db'
import { type ExportColumn, everyRow } from '#platform/table'
import type { Group } from '../breakdown.ts'
import type { FiguresView } from '../contract.ts'
import type { Dimension } from '../dimension.ts'
import { countedBy } from '../figures.ts'
import type { Indicator, Period } from '../indicator.ts'
import { type RowFilter, rowsOf } from '../rows.ts'

type Cells = readonly (string | number | null)[]
/** What leaves as a file: a head and rows, read while they are written. */
export type ExportTable = {
  columns: readonly ExportColumn<Cells>[]
  rows: AsyncIterable<Cells> | Iterable<Cells>
}
const rowsPerRead = 2000
const headed = (...titles: string[]): ExportTable['columns'] =>
  titles.map((title, at) => ({ title, value: (row) => row[at] ?? null }))

/** All rows of a figure, or of one group of it, in the order of their ids. */
export function rowsTable(
  db: Db,
  indicator: Indicator,
  period: Period,
  filter: RowFilter | undefined,
): ExportTable {
  const summed = countedBy(indicator).kind === 'sum'
  async function* rows() {
    const all = everyRow((after: number | undefined) =>
      rowsOf(db, indicator, period, { after: after ?? 0, limit: rowsPerRead, filter }),
    )
    for await (const { id, title, day, amount } of all)
      yield summed ? [id, title, day, amount ?? null] : [id, title, day]
  }
  const amount = summed ? [`金额（${indicator.unit}）`] : []
  return { columns: headed('编号', '标题', '日期', ...amount), rows: rows() }
}

/** Cents do not add up in binary. */
const difference = (one: number, other: number) => Math.round((one - other) * 100) / 100

/** The groups of a figure beside those of the year before. */
export function groupsTable(dimension: Dimension, groups: readonly Group[]): ExportTable {
  return {
    columns: headed(dimension.label, '本期', '上年同期', '增减'),
    rows: groups.map(({ label, count, before }) => [label, count, before, difference(count, before)]),
  }
}

/** Every figure of a period beside the same days a year earlier. */
export function figuresTable({ parts }: FiguresView): ExportTable {
  return {
    columns: headed('部分', '指标', '本期', '上年同期', '单位'),
    rows: parts.flatMap(({ name, figures }) =>
      figures.map(({ wording, value, before, unit }) => [name, wording, value, before, unit]),
    ),
  }
}
