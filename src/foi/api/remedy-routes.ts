import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { remedyInput, remedyResultInput } from '../contract.ts'
import { listAllRemedies, recordRemedy, recordRemedyResult } from '../remedies.ts'

const params = z.object({ id: z.coerce.number().int().positive() })

export function remedyRoutes(app: App, platform: Platform) {
  app.get('/api/staff/foi/remedies', async (request) => ({
    items: await listAllRemedies(platform, requireStaff(request)),
  }))
  app.post('/api/staff/foi/remedies', { schema: { body: remedyInput } }, async (request, reply) =>
    reply.code(201).send(await recordRemedy(platform, requireStaff(request), request.body)),
  )
  app.put(
    '/api/staff/foi/remedies/:id/result',
    { schema: { params, body: remedyResultInput } },
    async (request, reply) => {
      await recordRemedyResult(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
}
