import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { type ExportColumn, type ExportFormat, everyRow } from '#platform/table'
import type { EntryListQuery } from '../contract.ts'
import { audienceLabels, entryStatusLabels } from '../labels.ts'
import { assertReads } from './read-entries.ts'
import { type ListedEntry, listEntries } from './store.ts'

const rowsPerRead = 500

const columns: readonly ExportColumn<ListedEntry>[] = [
  { title: '编号', value: (row) => row.id },
  { title: '主题', value: (row) => row.topic },
  { title: '问题', value: (row) => row.question },
  { title: '其他问法', value: (row) => row.variants.join('\n') },
  { title: '口径', value: (row) => row.answer },
  { title: '状态', value: (row) => entryStatusLabels[row.status] },
  { title: '暂停原因', value: (row) => row.suspendedBecause },
  { title: '范围', value: (row) => audienceLabels[row.audience] },
  { title: '关注', value: (row) => row.attention },
  { title: '解决了问题', value: (row) => row.solved },
  { title: '负责人', value: ({ owner, ownerActive }) => `${owner}${ownerActive ? '' : '（已离岗）'}` },
  { title: '有效至', value: ({ validUntil }) => validUntil ?? '长期' },
]

/** The filtered list for a file, internal entries too; who took it is on the record. Throws: Refusal not_allowed. */
export async function exportEntries(
  platform: Platform,
  staff: Staff,
  query: EntryListQuery,
  format: ExportFormat,
) {
  assertReads(staff)
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'knowledge', id: 'list' }
    record(tx, { actor: actorOf(staff), action: 'knowledge.export', subject, detail: { format } })
  })
  const rows = everyRow((after: string | undefined) =>
    listEntries(platform.db, { ...query, after }, staff.id, rowsPerRead),
  )
  return { name: '口径条目', format, columns, rows }
}
