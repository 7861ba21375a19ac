import type { Readable } from 'node:stream'
import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { breakdownOf } from './breakdown.ts'
import type { ExportQuery } from './contract.ts'
import { asCsv } from './export/as-csv.ts'
import { asXlsx } from './export/as-xlsx.ts'
import { groupsTable, rowsTable } from './export/export-table.ts'
import { getIndicator } from './indicators.ts'
import { filterOf, periodOf } from './read-statistics.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A figure's groups or rows as a file; who took what out is on the audit record. Throws: Refusal not_allowed, not_found, period_reversed, export_too_large. */
export async function exportStatistics(
  platform: Platform,
  staff: Staff,
  query: ExportQuery,
): Promise<{ type: string; name: string; content: Readable | Buffer }> {
  assertCan(staff, 'statistics.read')
  const [indicator, period] = [getIndicator(query.key), periodOf(query)]
  const filter = filterOf(indicator, query)
  const table =
    query.what === 'groups' && filter
      ? groupsTable(filter.dimension, await breakdownOf(platform.db, indicator, period, filter.dimension))
      : rowsTable(platform.db, indicator, period, filter)
  const content = query.format === 'csv' ? asCsv(table) : await asXlsx(table)
  const { key, from, to, by, what, format } = query
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'indicator', id: key }
    record(tx, {
      actor: actorOf(staff),
      action: 'statistics.export',
      subject,
      detail: { from, to, by, what, format },
    })
  })
  return { type: types[format], name: `${key}-${from}-${to}.${format}`, content }
}
