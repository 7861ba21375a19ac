import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ExportColumn } from '#platform/table'
import type { ArticleFilters, DocumentKind } from './contract.ts'
import { documentKindLabels, statusLabels } from './labels.ts'
import { rowsForExport } from './staff-store.ts'

type Row = ReturnType<typeof rowsForExport> extends AsyncGenerator<infer One> ? One : never
/** Beijing time, as a spreadsheet reads it. */
const when = (at: Date | null) =>
  at ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : null

const columns: readonly ExportColumn<Row>[] = [
  { title: '编号', value: (row) => row.id },
  { title: '标题', value: (row) => row.title },
  { title: '栏目', value: (row) => row.section },
  { title: '类型', value: (row) => documentKindLabels[row.document_kind as DocumentKind] },
  { title: '状态', value: (row) => statusLabels[row.status as keyof typeof statusLabels] },
  { title: '作者', value: (row) => row.author },
  { title: '提交时间', value: (row) => when(row.submitted_at) },
  { title: '首次公开时间', value: (row) => when(row.first_published_at) },
  { title: '更新时间', value: (row) => when(row.updated_at) },
]

/** The filtered list for a spreadsheet, as long as it is. Throws: Refusal not_allowed. */
export function exportArticles({ db }: Platform, staff: Staff, filters: ArticleFilters) {
  assertCan(staff, 'publishing.read')
  return { columns, rows: rowsForExport(db, filters, staff.id) }
}
