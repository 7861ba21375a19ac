import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import { instantInput } from '#platform/clock/contract'
import type { App } from '#platform/http'
import { countJobs, listFailedJobs } from '#platform/queue'
import { settleJob } from './settle-job.ts'

const params = z.object({ id: z.uuid() })
const querystring = z.object({ before: instantInput.optional() })
const limit = 50

/** Work that failed for good, and how much waits: for the system administrator. */
export function api(app: App, platform: Platform) {
  app.get('/api/staff/jobs', { schema: { querystring } }, async (request) => {
    assertCan(requireStaff(request), 'operations.manage')
    const { before } = request.query
    const items = await listFailedJobs(platform.db, {
      limit,
      ...(before ? { before: new Date(before) } : {}),
    })
    const next = items.length === limit ? items.at(-1)?.failedAt : undefined
    return { items, next: next ?? null, counts: await countJobs(platform.db) }
  })
  app.post('/api/staff/jobs/:id/retry', { schema: { params } }, async (request, reply) => {
    await settleJob(platform, requireStaff(request), request.params.id, 'retry')
    return reply.code(204).send()
  })
  app.delete('/api/staff/jobs/:id', { schema: { params } }, async (request, reply) => {
    await settleJob(platform, requireStaff(request), request.params.id, 'discard')
    return reply.code(204).send()
  })
}
