import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ExportColumn } from '#platform/table'
import type { ExportQuery } from './contract.ts'
import { callKindLabels, callOutcomeLabels } from './labels.ts'
import { type ExportedCall, rowsForExport } from './store.ts'

const columns: readonly ExportColumn<ExportedCall>[] = [
  { title: '编号', value: (row) => row.id },
  { title: '来电时间', value: (row) => row.when },
  { title: '类型', value: (row) => callKindLabels[row.kind] },
  { title: '主题', value: (row) => row.topic },
  { title: '来电内容（已隐去个人信息）', value: (row) => row.words },
  { title: '答复', value: (row) => row.answer },
  { title: '办理结果', value: (row) => callOutcomeLabels[row.outcome] },
  { title: '去向', value: (row) => row.forwardedTo },
  { title: '办理期限', value: (row) => row.dueOn ?? '' },
  { title: '办结日期', value: (row) => row.resultOn ?? '' },
  { title: '办理情况', value: (row) => row.result },
  { title: '坐席', value: (row) => row.agent },
]

/** The log of a period for a file, masked; who took it is on the record. Throws: Refusal not_allowed. */
export async function exportCalls(platform: Platform, staff: Staff, query: ExportQuery) {
  assertCan(staff, 'hotline.read')
  const { format, ...filter } = query
  const period = `${query.from ?? '最早'}至${query.until ?? platform.clock.today()}`
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'calls', id: period }
    record(tx, {
      actor: actorOf(staff),
      action: 'hotline.export',
      subject,
      detail: { format, ...said(filter) },
    })
  })
  return { name: `来电记录-${period}`, format, columns, rows: rowsForExport(platform.db, filter) }
}

/** The words somebody looked for may be a name: the record says only that they were given. */
const said = ({ words, ...filter }: Omit<ExportQuery, 'format'>) => ({
  ...filter,
  ...(words ? { words: true } : {}),
})
