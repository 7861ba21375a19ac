import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { sendExport } from '#platform/table'
import { answerTalk, claimTalk, closeTalk, noteTalk, transferTalk } from './agent.ts'
import { readBoard } from './board.ts'
import {
  applicantInput,
  boardQuery,
  chatSettingsInput,
  closingInput,
  dutyInput,
  exportQuery,
  letterFromTalk,
  messageInput,
  requestFromTalk,
  talkListQuery,
  transferInput,
  wordsInput,
} from './contract.ts'
import { changeDuty } from './duty.ts'
import { exportTalks } from './export-talks.ts'
import { readConsole, readTalk, readTalks, readTopics, readUpdates, searchAnswers } from './read-talks.ts'
import { changeSettings, readOwnSettings } from './settings.ts'
import { turnIntoLetter } from './turn-into-letter.ts'
import { passToDisclosure, readAwaiting, readForRegistration, registerFromTalk } from './turn-into-request.ts'

const base = '/api/staff/chat'
const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const after = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) })

export function api(app: App, platform: Platform) {
  app.get(`${base}/console`, async (request) => readConsole(platform, requireStaff(request)))
  app.post(`${base}/duty`, { schema: { body: dutyInput } }, async (request, reply) => {
    await changeDuty(platform, requireStaff(request), request.body.present)
    return reply.code(204).send()
  })
  app.get(`${base}/talks`, { schema: { querystring: talkListQuery } }, async (request) =>
    readTalks(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/topics`, async (request) => readTopics(platform, requireStaff(request)))
  app.post(`${base}/suggestions`, { schema: { body: wordsInput } }, async (request) =>
    searchAnswers(platform, requireStaff(request), request.body.text),
  )
  app.get(`${base}/settings`, async (request) => readOwnSettings(platform, requireStaff(request)))
  app.put(`${base}/settings`, { schema: { body: chatSettingsInput } }, async (request, reply) => {
    await changeSettings(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  app.get(`${base}/board`, { schema: { querystring: boardQuery } }, async (request) =>
    readBoard(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/export`, { schema: { querystring: exportQuery } }, async (request, reply) =>
    sendExport(reply, await exportTalks(platform, requireStaff(request), request.query)),
  )
  talkApi(app, platform)
  disclosureApi(app, platform)
}

/** Who asks for information: passed on by the agent, written down by the office for disclosure. Law: Order 711 art. 29. */
function disclosureApi(app: App, platform: Platform) {
  const talk = `${base}/talks/:id`
  app.post(`${talk}/disclosure`, { schema: { params, body: applicantInput } }, async (request, reply) => {
    await passToDisclosure(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.get(`${base}/awaiting`, async (request) => readAwaiting(platform, requireStaff(request)))
  app.post(`${talk}/unsealing`, { schema: { params } }, async (request) =>
    readForRegistration(platform, requireStaff(request), request.params.id),
  )
  app.post(`${talk}/request`, { schema: { params, body: requestFromTalk } }, async (request, reply) =>
    reply
      .code(201)
      .send(await registerFromTalk(platform, requireStaff(request), request.params.id, request.body)),
  )
}

/** One talk. */
function talkApi(app: App, platform: Platform) {
  const talk = `${base}/talks/:id`
  app.post(`${talk}/opening`, { schema: { params } }, async (request) =>
    readTalk(platform, requireStaff(request), request.params.id),
  )
  app.get(`${talk}/messages`, { schema: { params, querystring: after } }, async (request) =>
    readUpdates(platform, requireStaff(request), request.params.id, request.query.after),
  )
  app.post(`${talk}/claim`, { schema: { params } }, async (request, reply) => {
    await claimTalk(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  app.post(`${talk}/messages`, { schema: { params, body: messageInput } }, async (request, reply) => {
    await answerTalk(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.post(`${talk}/notes`, { schema: { params, body: messageInput } }, async (request, reply) => {
    await noteTalk(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.post(`${talk}/transfer`, { schema: { params, body: transferInput } }, async (request, reply) => {
    await transferTalk(platform, requireStaff(request), request.params.id, request.body.agentId)
    return reply.code(204).send()
  })
  app.post(`${talk}/closing`, { schema: { params, body: closingInput } }, async (request, reply) => {
    await closeTalk(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  app.post(`${talk}/letter`, { schema: { params, body: letterFromTalk } }, async (request, reply) =>
    reply
      .code(201)
      .send(await turnIntoLetter(platform, requireStaff(request), request.params.id, request.body)),
  )
}
