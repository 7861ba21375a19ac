import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { type ExportColumn, type ExportFormat, everyRow } from '#platform/table'
import type { LetterListQuery } from './contract.ts'
import { letterStatusLabels, ratingLabels } from './labels.ts'
import { type ListedLetter, listLetters } from './letter-list.ts'

const rowsPerRead = 500

const columns: readonly ExportColumn<ListedLetter>[] = [
  { title: '编号', value: (row) => row.number },
  { title: '信箱', value: (row) => row.mailboxName },
  { title: '主题', value: (row) => row.topic },
  { title: '标题', value: (row) => row.subjectPublic },
  { title: '状态', value: (row) => letterStatusLabels[row.status] },
  { title: '主办处室', value: (row) => row.department },
  { title: '收到', value: (row) => row.receivedOn },
  { title: '受理', value: (row) => row.acceptedOn },
  { title: '答复期限', value: (row) => row.dueOn },
  { title: '首次答复', value: (row) => row.repliedOn },
  { title: '办结', value: (row) => row.closedOn },
  { title: '评价', value: (row) => (row.rating ? (ratingLabels[row.rating - 1] ?? null) : null) },
  { title: '督办', value: (row) => (row.supervised ? '是' : null) },
  { title: '已公开', value: (row) => (row.released ? '是' : null) },
]

/** The filtered list for a file, masked as on the screen; who took it is on the record. Throws: Refusal not_allowed. */
export async function exportLetters(
  platform: Platform,
  staff: Staff,
  query: LetterListQuery,
  format: ExportFormat,
) {
  assertCan(staff, 'letters.read')
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'letters', id: 'list' }
    record(tx, { actor: actorOf(staff), action: 'letters.export', subject, detail: { format } })
  })
  const rows = everyRow((after: string | undefined) =>
    listLetters(platform, staff, { ...query, after }, rowsPerRead),
  )
  return { name: '来信', format, columns, rows }
}
