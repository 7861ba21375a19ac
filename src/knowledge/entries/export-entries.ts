import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { ExportColumn } from '#platform/table'
import type { EntryListQuery } from '../contract.ts'
import { audienceLabels, entryStatusLabels } from '../labels.ts'
import { assertReads } from './read-entries.ts'
import { listEntries } from './store.ts'

type Row = Awaited<ReturnType<typeof listEntries>>['items'][number]

const columns: readonly ExportColumn<Row>[] = [
  { title: '编号', value: ({ id }) => id },
  { title: '主题', value: ({ topic }) => topic },
  { title: '问题', value: ({ question }) => question },
  { title: '口径', value: ({ answer }) => answer },
  { title: '状态', value: ({ status }) => entryStatusLabels[status] },
  { title: '范围', value: ({ audience }) => audienceLabels[audience] },
  { title: '关注', value: ({ attention }) => attention },
  { title: '负责人', value: ({ owner, ownerActive }) => `${owner}${ownerActive ? '' : '（已离岗）'}` },
  { title: '有效至', value: ({ validUntil }) => validUntil ?? '长期' },
]

/** The filtered list for a spreadsheet, as long as it is. Throws: Refusal not_allowed. */
export function exportEntries({ db }: Platform, staff: Staff, query: EntryListQuery) {
  assertReads(staff)
  return { columns, rows: rowsOf() }

  async function* rowsOf() {
    for (let after: string | undefined; ; ) {
      const { items, next } = await listEntries(db, { ...query, ...(after ? { after } : {}) }, staff.id)
      yield* items
      if (next === null) return
      after = next
    }
  }
}
