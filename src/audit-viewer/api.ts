import { z } from 'zod'
import {
  type AuditEntry,
  checkChain,
  checkProgress,
  eachEntry,
  getEntry,
  latestCheck,
  listActions,
  listEntries,
  record,
} from '#audit'
import { actorOf, assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { type ExportColumn, exportFormat, sendExport, sortInput } from '#platform/table'
import { auditFilter } from './contract.ts'
import { actionLabel, actorKindLabels, subjectLabel } from './labels.ts'

const base = '/api/staff/audit'
const params = z.object({ id: z.coerce.number().int().positive() })
const listQuery = auditFilter.extend({
  sort: sortInput(['id'], '-id'),
  after: z.string().max(200).optional(),
})
const exportQuery = auditFilter.extend({ format: exportFormat, sort: z.string().optional() })

/** Reading is `audit.read` only; taking a copy away and checking the chain are themselves recorded. */
export function api(app: App, platform: Platform) {
  app.get(`${base}/entries`, { schema: { querystring: listQuery } }, async (request) => {
    assertCan(requireStaff(request), 'audit.read')
    const { sort, after, ...filter } = request.query
    return listEntries(platform.db, filter, { direction: sort.direction, after })
  })
  app.get(`${base}/entries/:id`, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'audit.read')
    const entry = await getEntry(platform.db, request.params.id)
    if (!entry) throw refuse('not_found')
    return entry
  })
  app.get(`${base}/entries/export`, { schema: { querystring: exportQuery } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'audit.read')
    const { format, sort: _sort, ...filter } = request.query
    await platform.inTransaction(async (tx) =>
      record(tx, {
        actor: actorOf(staff),
        action: 'audit.export',
        subject: { kind: 'audit', id: format },
        detail: filter,
      }),
    )
    const name = `审计日志-${platform.clock.today()}`
    return sendExport(reply, { name, format, columns, rows: eachEntry(platform.db, filter) })
  })
  app.get(`${base}/state`, async (request) => {
    assertCan(requireStaff(request), 'audit.read')
    return { check: (await latestCheck(platform.db)) ?? null, actions: await listActions(platform.db) }
  })
  app.get(`${base}/checks/running`, async (request) => {
    assertCan(requireStaff(request), 'audit.read')
    return { progress: (await checkProgress(platform.db)) ?? null }
  })
  app.post(`${base}/checks`, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'audit.read')
    return reply.code(201).send(await checkChain(platform, staff.name))
  })
}

const columns: readonly ExportColumn<AuditEntry>[] = [
  { title: '序号', value: ({ id }) => id },
  { title: '时间', value: ({ at }) => at.toISOString() },
  { title: '身份', value: ({ actorKind }) => actorKindLabels[actorKind] ?? actorKind },
  { title: '操作人', value: ({ actorName }) => actorName },
  { title: '操作', value: ({ action }) => actionLabel(action) },
  { title: '操作代码', value: ({ action }) => action },
  { title: '对象', value: ({ subjectKind }) => subjectLabel(subjectKind) },
  { title: '对象编号', value: ({ subjectId }) => subjectId },
  { title: '内容', value: ({ detail }) => JSON.stringify(detail) },
  { title: '哈希算法', value: ({ algorithm }) => algorithm },
  { title: '前一条哈希', value: ({ previousHash }) => previousHash },
  { title: '本条哈希', value: ({ hash }) => hash },
]
