import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ExportQuery } from './contract.ts'
import { callKindLabels, callOutcomeLabels } from './labels.ts'
import { listForExport } from './store.ts'

const header = [
  '编号',
  '来电时间',
  '类型',
  '主题',
  '来电内容（已隐去个人信息）',
  '答复',
  '办理结果',
  '去向',
  '坐席',
]

/** The log of a period for a spreadsheet, masked; the export is on the record. Throws: Refusal not_allowed. */
export async function exportCalls(platform: Platform, staff: Staff, query: ExportQuery): Promise<Buffer> {
  assertCan(staff, 'hotline.read')
  const rows = await listForExport(platform.db, query)
  const cells = rows.map((row) => [
    row.id,
    row.when,
    callKindLabels[row.kind],
    row.topic,
    row.words,
    row.answer,
    callOutcomeLabels[row.outcome],
    row.forwardedTo,
    row.agent ?? '',
  ])
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'calls', id: `${query.from}..${query.until}` }
    record(tx, { actor: actorOf(staff), action: 'hotline.export', subject, detail: { rows: rows.length } })
  })
  if (query.format === 'csv')
    return Buffer.from(stringify([header, ...cells], { bom: true, escape_formulas: true }))
  const sheet = [header, ...cells].map((row, at) =>
    row.map((value) => ({ value: String(value), ...(at === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )
  return writeXlsxFile(sheet).toBuffer()
}
