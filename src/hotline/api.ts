import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { analysisQuery, callInput, callListQuery, questionInput } from './contract.ts'
import { logCall } from './log-call.ts'
import { readAnalysis, readCalls, readSealedCall, searchAnswers } from './read-calls.ts'

const base = '/api/staff/hotline'
const params = z.object({ id: z.coerce.number().int().positive() })

export function api(app: App, platform: Platform) {
  app.get(`${base}/calls`, { schema: { querystring: callListQuery } }, async (request) =>
    readCalls(platform, requireStaff(request), request.query),
  )
  app.post(`${base}/calls`, { schema: { body: callInput } }, async (request, reply) =>
    reply.code(201).send(await logCall(platform, requireStaff(request), request.body)),
  )
  app.post(`${base}/calls/:id/unsealing`, { schema: { params } }, async (request) =>
    readSealedCall(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/suggestions`, { schema: { body: questionInput } }, async (request) =>
    searchAnswers(platform, requireStaff(request), request.body.text),
  )
  app.get(`${base}/analysis`, { schema: { querystring: analysisQuery } }, async (request) =>
    readAnalysis(platform, requireStaff(request), request.query.year),
  )
}
