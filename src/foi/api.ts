import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { exportFormat, sendExport } from '#platform/table'
import { fileRoutes } from './api/file-routes.ts'
import { handlingRoutes } from './api/handling-routes.ts'
import { overviewRoutes } from './api/overview-routes.ts'
import { remedyRoutes } from './api/remedy-routes.ts'
import { codeInput, likeInput, registrationInput, requestListQuery } from './contract.ts'
import { documentRoutes } from './documents/api.ts'
import { exportRegister } from './export-register.ts'
import { issueQueryCode } from './issue-query-code.ts'
import { assertCan } from './permission.ts'
import { readRegister, readRequest, readSealed } from './read-request.ts'
import { registerRequest } from './register-request.ts'
import { releaseRoutes } from './release/api.ts'
import { findLikeEntry } from './similar.ts'
import { listAssignees } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const base = '/api/staff/foi/requests'

export function api(app: App, platform: Platform) {
  app.get('/api/staff/foi/assignees', async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    return listAssignees(platform.db)
  })
  app.get(base, { schema: { querystring: requestListQuery } }, async (request) =>
    readRegister(platform, requireStaff(request), request.query),
  )
  const exported = requestListQuery.extend({ format: exportFormat })
  app.get(`${base}/export`, { schema: { querystring: exported } }, async (request, reply) => {
    const { format, ...query } = request.query
    return sendExport(reply, await exportRegister(platform, requireStaff(request), query, format))
  })
  app.post(base, { schema: { body: registrationInput } }, async (request, reply) =>
    reply
      .code(201)
      .header('cache-control', 'no-store')
      .send(await registerRequest(platform, requireStaff(request), request.body)),
  )
  app.post(`${base}/:id/query-code`, { schema: { params, body: codeInput } }, async (request, reply) =>
    reply
      .code(201)
      .header('cache-control', 'no-store')
      .send(await issueQueryCode(platform, requireStaff(request), request.params.id, request.body)),
  )
  app.post('/api/staff/foi/similar', { schema: { body: likeInput } }, async (request) => {
    assertCan(requireStaff(request), 'foi.handle')
    return { items: await findLikeEntry(platform, request.body) }
  })
  app.get(`${base}/:id`, { schema: { params } }, async (request) =>
    readRequest(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/:id/unsealing`, { schema: { params } }, async (request) =>
    readSealed(platform, requireStaff(request), request.params.id),
  )
  handlingRoutes(app, platform, base)
  fileRoutes(app, platform, base)
  remedyRoutes(app, platform)
  documentRoutes(app, platform)
  releaseRoutes(app, platform)
  overviewRoutes(app, platform)
}
