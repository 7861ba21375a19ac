import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ExportFormat } from '#platform/table'
import { breakdownOf } from './breakdown.ts'
import type { ExportQuery, FiguresExportQuery } from './contract.ts'
import { type ExportTable, figuresTable, groupsTable, rowsTable } from './export/export-table.ts'
import { getIndicator } from './indicators.ts'
import { filterOf, periodOf, readFigures } from './read-statistics.ts'

type ExportFile = ExportTable & { name: string; format: ExportFormat }

/** A figure's groups or rows for a file; who took what out is on the audit record. Throws: Refusal not_allowed, not_found, period_reversed. */
export async function exportStatistics(
  platform: Platform,
  staff: Staff,
  query: ExportQuery,
): Promise<ExportFile> {
  assertCan(staff, 'statistics.read')
  const [indicator, period] = [getIndicator(query.key), periodOf(query)]
  const filter = filterOf(indicator, query)
  const table =
    query.what === 'groups' && filter
      ? groupsTable(filter.dimension, await breakdownOf(platform.db, indicator, period, filter.dimension))
      : rowsTable(platform.db, indicator, period, filter)
  const { key, from, to, by, what, format } = query
  await recordExport(platform, staff, key, { from, to, by, what, format })
  return { ...table, format, name: `${key}-${from}-${to}` }
}

/** Every figure of a period for a file. Throws: Refusal not_allowed, period_reversed. */
export async function exportFigures(
  platform: Platform,
  staff: Staff,
  { from, to, format }: FiguresExportQuery,
): Promise<ExportFile> {
  const table = figuresTable(await readFigures(platform, staff, { from, to }))
  await recordExport(platform, staff, 'all', { from, to, what: 'figures', format })
  return { ...table, format, name: `统计指标-${from}-${to}` }
}

function recordExport(platform: Platform, staff: Staff, id: string, detail: Record<string, unknown>) {
  return platform.inTransaction(async (tx) => {
    const subject = { kind: 'indicator', id }
    record(tx, { actor: actorOf(staff), action: 'statistics.export', subject, detail })
  })
}
