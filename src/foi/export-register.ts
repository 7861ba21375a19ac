import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { type ExportColumn, type ExportFormat, everyRow } from '#platform/table'
import type { RequestListQuery } from './contract.ts'
import { channelLabels, outcomeLabels, requestStatusLabels } from './labels.ts'
import { assertCan } from './permission.ts'
import { readRegister } from './read-request.ts'

const rowsPerRead = 500
type Row = Awaited<ReturnType<typeof readRegister>>['items'][number]

const columns: readonly ExportColumn<Row>[] = [
  { title: '编号', value: (row) => row.number },
  { title: '途径', value: (row) => channelLabels[row.channel] },
  { title: '申请人（已隐去）', value: (row) => row.applicantMasked },
  { title: '所需信息（已隐去个人信息）', value: (row) => row.descriptionMasked },
  { title: '状态', value: (row) => requestStatusLabels[row.status] },
  { title: '收到', value: (row) => row.receivedOn },
  { title: '答复期限', value: (row) => row.dueOn },
  { title: '答复', value: (row) => row.answeredOn },
  { title: '办理结果', value: (row) => row.outcome && outcomeLabels[row.outcome] },
]

/** The filtered register for a file, masked as on the screen; who took it is on the record. Law: Order 711 art. 45. Throws: Refusal not_allowed. */
export async function exportRegister(
  platform: Platform,
  staff: Staff,
  query: RequestListQuery,
  format: ExportFormat,
) {
  assertCan(staff, 'foi.read')
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'foi_request', id: 'register' }
    record(tx, { actor: actorOf(staff), action: 'foi.export', subject, detail: { format } })
  })
  const rows = everyRow((after: number | undefined) =>
    readRegister(platform, staff, { ...query, after: after ?? query.after }, rowsPerRead),
  )
  return { name: '申请登记簿', format, columns, rows }
}
