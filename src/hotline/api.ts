import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { sendExport } from '#platform/table'
import { readAnalysis } from './analysis.ts'
import {
  analysisQuery,
  callInput,
  callListQuery,
  exportQuery,
  letterFromCall,
  questionInput,
  requestFromCall,
  resultInput,
  transferQuery,
} from './contract.ts'
import { exportCalls } from './export-calls.ts'
import { logCall } from './log-call.ts'
import { readAwaiting, readCalls, readCallTopics, readSealedCall, searchAnswers } from './read-calls.ts'
import { readTimeline } from './timeline.ts'
import { readTransfers } from './transfers/read-transfers.ts'
import { settleTransfer } from './transfers/settle-transfer.ts'
import { turnIntoLetter } from './turn-into-letter.ts'
import { turnIntoRequest } from './turn-into-request.ts'

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
    readAnalysis(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/calls/:id/timeline`, { schema: { params } }, async (request) =>
    readTimeline(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/calls/:id/letter`, { schema: { params, body: letterFromCall } }, async (request, reply) =>
    reply
      .code(201)
      .send(await turnIntoLetter(platform, requireStaff(request), request.params.id, request.body)),
  )
  app.post(
    `${base}/calls/:id/request`,
    { schema: { params, body: requestFromCall } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await turnIntoRequest(platform, requireStaff(request), request.params.id, request.body)),
  )
  app.get(`${base}/transfers`, { schema: { querystring: transferQuery } }, async (request) =>
    readTransfers(platform, requireStaff(request), request.query),
  )
  app.post(`${base}/calls/:id/result`, { schema: { params, body: resultInput } }, async (request, reply) => {
    await settleTransfer(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.get(`${base}/topics`, async (request) => readCallTopics(platform, requireStaff(request)))
  app.get(`${base}/oral-requests`, async (request) => readAwaiting(platform, requireStaff(request)))
  app.get(`${base}/export`, { schema: { querystring: exportQuery } }, async (request, reply) =>
    sendExport(reply, await exportCalls(platform, requireStaff(request), request.query)),
  )
}
