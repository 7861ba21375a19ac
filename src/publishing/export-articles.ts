import { stringify } from 'csv-stringify/sync'
import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ArticleFilters, DocumentKind } from './contract.ts'
import { documentKindLabels, statusLabels } from './labels.ts'
import { listForExport } from './staff-store.ts'

const header = ['编号', '标题', '栏目', '类型', '状态', '作者', '提交时间', '首次公开时间', '更新时间']
/** Beijing time, as a spreadsheet reads it. */
const when = (at: Date | null) =>
  at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : ''

/** The filtered list for a spreadsheet (CSV, UTF-8 with byte order mark); no cell becomes a formula. Throws: Refusal not_allowed. */
export async function exportArticles(
  platform: Platform,
  staff: Staff,
  filters: ArticleFilters,
): Promise<string> {
  assertCan(staff, 'publishing.read')
  const rows = await listForExport(platform.db, filters, staff.id)
  const cells = rows.map((row) => [
    row.id,
    row.title,
    row.section,
    documentKindLabels[row.document_kind as DocumentKind],
    statusLabels[row.status as keyof typeof statusLabels],
    row.author ?? '',
    ...[row.submitted_at, row.first_published_at, row.updated_at].map(when),
  ])
  return stringify([header, ...cells], { bom: true, escape_formulas: true })
}
