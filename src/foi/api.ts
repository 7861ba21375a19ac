import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { clockEvent } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import {
  answerDecisionInput,
  answerInput,
  assignmentInput,
  confirmationInput,
  deliveryInput,
  reasonInput,
  registrationInput,
  remedyInput,
  remedyResultInput,
  requestListQuery,
  searchInput,
} from './contract.ts'
import { decideAnswer } from './decide-answer.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { documentRoutes } from './documents/api.ts'
import { draftAnswer } from './draft-answer.ts'
import {
  archiveRequest,
  choosePublicLog,
  linkDuplicate,
  recordWithdrawal,
  reopenRequest,
} from './end-request.ts'
import { assignRequest, recordSearch } from './handle-request.ts'
import { readRegister, readRequest, readSealed } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { registerRequest } from './register-request.ts'
import { releaseRoutes } from './release/api.ts'
import { listRemedies, recordRemedy, recordRemedyResult } from './remedies.ts'
import { countOpen } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const base = '/api/staff/foi/requests'

export function api(app: App, platform: Platform) {
  app.get('/api/staff/foi/work', async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    return countOpen(platform.db)
  })
  app.get(base, { schema: { querystring: requestListQuery } }, async (request) =>
    readRegister(platform, requireStaff(request), request.query),
  )
  app.post(base, { schema: { body: registrationInput } }, async (request, reply) =>
    reply.code(201).send(await registerRequest(platform, requireStaff(request), request.body)),
  )
  app.get(`${base}/:id`, { schema: { params } }, async (request) =>
    readRequest(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/:id/unsealing`, { schema: { params } }, async (request) =>
    readSealed(platform, requireStaff(request), request.params.id),
  )
  handlingRoutes(app, platform)
  endRoutes(app, platform)
  remedyRoutes(app, platform)
  documentRoutes(app, platform)
  releaseRoutes(app, platform)
}

/** One noun a move. */
function handlingRoutes(app: App, platform: Platform) {
  const move = <Body extends z.ZodType>(
    noun: string,
    body: Body,
    run: (staff: ReturnType<typeof requireStaff>, id: number, body: z.output<Body>) => Promise<void>,
  ) =>
    app.post(`${base}/:id/${noun}`, { schema: { params, body } }, async (request, reply) => {
      await run(requireStaff(request), request.params.id, request.body as z.output<Body>)
      return reply.code(204).send()
    })
  move('receipt', confirmationInput, (staff, id, body) => confirmReceipt(platform, staff, id, body))
  move('assignment', assignmentInput, (staff, id, body) => assignRequest(platform, staff, id, body))
  move('clock-events', clockEvent, (staff, id, body) => recordClockEvent(platform, staff, id, body))
  move('searches', searchInput, (staff, id, body) => recordSearch(platform, staff, id, body))
  move('answers', answerInput, (staff, id, body) => draftAnswer(platform, staff, id, body))
  move('decisions', answerDecisionInput, (staff, id, body) => decideAnswer(platform, staff, id, body))
  move('delivery', deliveryInput, (staff, id, body) => deliverAnswer(platform, staff, id, body))
  move('reopening', reasonInput, (staff, id, { reason }) => reopenRequest(platform, staff, id, reason))
  move('public-log', z.object({ shown: z.boolean() }), (staff, id, { shown }) =>
    choosePublicLog(platform, staff, id, shown),
  )
  move('duplicate', z.object({ ofId: z.number().int().positive() }), (staff, id, { ofId }) =>
    linkDuplicate(platform, staff, id, ofId),
  )
}

function endRoutes(app: App, platform: Platform) {
  app.post(`${base}/:id/withdrawal`, { schema: { params } }, async (request, reply) => {
    await recordWithdrawal(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  app.post(`${base}/:id/archiving`, { schema: { params } }, async (request, reply) => {
    await archiveRequest(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
}

function remedyRoutes(app: App, platform: Platform) {
  app.get('/api/staff/foi/remedies', async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    return { items: await listRemedies(platform.db, null) }
  })
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
