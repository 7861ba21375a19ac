import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { exportFormat, sendExport } from '#platform/table'
import {
  digestQuery,
  entryChange,
  entryInput,
  entryListQuery,
  mergeInput,
  origin,
  ownerInput,
  policyQuery,
  reasonInput,
  weekParams,
} from './contract.ts'
import { readDigest, readDigests, readWeek } from './digest/read-digest.ts'
import { endEntry, reviewEntry } from './entries/decide-entry.ts'
import { exportEntries } from './entries/export-entries.ts'
import { handOver } from './entries/hand-over.ts'
import { mergeEntry } from './entries/merge-entries.ts'
import {
  readEntries,
  readEntry,
  readOwners,
  readPolicies,
  readStale,
  readTopics,
  readWaiting,
} from './entries/read-entries.ts'
import { readOrigin } from './entries/read-origin.ts'
import { editEntry, writeEntry } from './entries/write-entry.ts'
import { warmIndexes } from './live-index.ts'

const base = '/api/staff/knowledge/entries'
const params = z.object({ id: z.coerce.number().int().positive() })

export function api(app: App, platform: Platform) {
  // Nobody waits for it: the server takes readers meanwhile.
  app.addHook('onListen', async () => void warmIndexes(platform))
  app.get(base, { schema: { querystring: entryListQuery } }, async (request) =>
    readEntries(platform, requireStaff(request), request.query),
  )
  const exported = entryListQuery.extend({ format: exportFormat })
  app.get(`${base}/export`, { schema: { querystring: exported } }, async (request, reply) => {
    const { format, ...query } = request.query
    return sendExport(reply, await exportEntries(platform, requireStaff(request), query, format))
  })
  app.post(base, { schema: { body: entryInput } }, async (request, reply) =>
    reply.code(201).send(await writeEntry(platform, requireStaff(request), request.body)),
  )
  app.get('/api/staff/knowledge/stale', async (request) => readStale(platform, requireStaff(request)))
  app.get(`${base}/:id`, { schema: { params } }, async (request) =>
    readEntry(platform, requireStaff(request), request.params.id),
  )
  app.put(`${base}/:id`, { schema: { params, body: entryChange } }, async (request, reply) => {
    await editEntry(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.post(`${base}/:id/review`, { schema: { params } }, async (request, reply) => {
    await reviewEntry(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  for (const [noun, action] of [
    ['suspension', 'suspend'],
    ['retirement', 'retire'],
  ] as const)
    app.post(`${base}/:id/${noun}`, { schema: { params, body: reasonInput } }, async (request, reply) => {
      await endEntry(platform, requireStaff(request), request.params.id, action, request.body.reason)
      return reply.code(204).send()
    })
  app.post(`${base}/:id/merging`, { schema: { params, body: mergeInput } }, async (request, reply) => {
    await mergeEntry(platform, requireStaff(request), request.params.id, request.body.intoId)
    return reply.code(204).send()
  })
  app.post(`${base}/:id/owner`, { schema: { params, body: ownerInput } }, async (request, reply) => {
    await handOver(platform, requireStaff(request), request.params.id, request.body.ownerId)
    return reply.code(204).send()
  })
  lookupRoutes(app, platform)
}

/** What the screens need besides the entries themselves. */
function lookupRoutes(app: App, platform: Platform) {
  const root = '/api/staff/knowledge'
  app.get(`${root}/topics`, async (request) => readTopics(platform, requireStaff(request)))
  app.get(`${root}/work`, async (request) => readWaiting(platform, requireStaff(request)))
  app.get(`${root}/digests`, async (request) => readDigests(platform, requireStaff(request)))
  app.get(`${root}/digests/:from`, { schema: { params: weekParams } }, async (request) =>
    readWeek(platform, requireStaff(request), request.params.from),
  )
  app.get(`${root}/owners`, async (request) => readOwners(platform, requireStaff(request)))
  app.get(`${root}/policies`, { schema: { querystring: policyQuery } }, async (request) =>
    readPolicies(platform, requireStaff(request), request.query.words),
  )
  app.get(`${root}/digest`, { schema: { querystring: digestQuery } }, async (request) =>
    readDigest(platform, requireStaff(request), request.query),
  )
  app.post(`${root}/origin`, { schema: { body: origin } }, async (request) =>
    readOrigin(platform, requireStaff(request), request.body),
  )
}
