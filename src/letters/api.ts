import { z } from 'zod'
import { suggestAnswers } from '#knowledge'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import { dayInput } from '#platform/clock/contract'
import type { App } from '#platform/http'
import { exportFormat, sendExport } from '#platform/table'
import {
  letterListQuery,
  mailboxInput,
  newTopicInput,
  retentionInput,
  suggestionInput,
  topicFileInput,
  topicInput,
} from './contract.ts'
import { readBoard } from './counts/board.ts'
import { countWork } from './counts/work.ts'
import { exportLetters } from './export-letters.ts'
import { listLetters } from './letter-list.ts'
import { addMailbox, changeMailbox } from './manage-mailboxes.ts'
import { moveRoutes } from './move-routes.ts'
import { readContacts } from './read-contacts.ts'
import { openAttachment, readLetter, readObjection, readOriginal } from './read-letter.ts'
import { replyFileRoutes } from './reply-files/routes.ts'
import { readRetentionList, setLetterRetention } from './retention/period.ts'
import { getLetter, importKeyOf, listMailboxes } from './store.ts'
import { addTopic, changeTopic } from './topics/edit-topics.ts'
import { importTopics } from './topics/import-topics.ts'
import { listTopics } from './topics/store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const base = '/api/staff/letters'

export function api(app: App, platform: Platform) {
  listRoutes(app, platform)
  letterRoutes(app, platform)
  settingRoutes(app, platform)
  moveRoutes(app, platform)
  replyFileRoutes(app, platform)
}

function listRoutes(app: App, platform: Platform) {
  app.get(base, { schema: { querystring: letterListQuery } }, async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'letters.read')
    return listLetters(platform, staff, request.query)
  })
  app.get(`${base}/work`, async (request) => countWork(platform, requireStaff(request)))
  const exported = letterListQuery.extend({ format: exportFormat })
  app.get(`${base}/export`, { schema: { querystring: exported } }, async (request, reply) => {
    const { format, ...query } = request.query
    return sendExport(reply, await exportLetters(platform, requireStaff(request), query, format))
  })
  const period = z.object({ from: dayInput, to: dayInput })
  app.get(`${base}/board`, { schema: { querystring: period } }, async (request) => {
    return { items: await readBoard(platform, requireStaff(request), request.query) }
  })
}

function letterRoutes(app: App, platform: Platform) {
  app.get(`${base}/:id`, { schema: { params } }, async (request) =>
    readLetter(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/:id/unsealing`, { schema: { params } }, async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .send(await readOriginal(platform, requireStaff(request), request.params.id)),
  )
  const followUp = params.extend({ followUp: z.coerce.number().int().positive() })
  app.post(
    `${base}/:id/follow-ups/:followUp/unsealing`,
    { schema: { params: followUp } },
    async (request, reply) => {
      const { id, followUp } = request.params
      return reply
        .header('cache-control', 'no-store')
        .send(await readObjection(platform, requireStaff(request), id, followUp))
    },
  )
  const file = params.extend({ attachment: z.coerce.number().int().positive() })
  app.post(`${base}/:id/attachments/:attachment`, { schema: { params: file } }, async (request, reply) => {
    const { id, attachment } = request.params
    const { name, mediaType, stream } = await openAttachment(platform, requireStaff(request), id, attachment)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .type(mediaType)
      .send(stream)
  })
  // A POST, because what an officer types may tell about people and belongs in no address.
  const typed = { schema: { params, body: suggestionInput } }
  app.post(`${base}/:id/suggestions`, typed, async (request) => {
    assertCan(requireStaff(request), 'letters.read')
    return { items: await suggestionsFor(platform, request.params.id, request.body.text) }
  })
  app.get(`${base}/:id/contacts`, { schema: { params } }, async (request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .send(await readContacts(platform, requireStaff(request), request.params.id)),
  )
}

/** Answers to what the officer has typed or marked, else to the letter; with the words that both share, never sent by themselves. */
async function suggestionsFor(platform: Platform, id: number, text: string) {
  const { number, subjectPublic, bodyPublic } = await getLetter(platform.db, id)
  const own = [number, await importKeyOf(platform.db, id)]
  const asked = text.trim().length >= 4 ? `${text}\n${subjectPublic}` : `${subjectPublic}\n${bodyPublic}`
  const found = await suggestAnswers(platform, asked, 6)
  return found.filter(({ corpus, entry }) => corpus !== 'letters' || !own.includes(entry)).slice(0, 5)
}

function settingRoutes(app: App, platform: Platform) {
  const { db } = platform
  // With `years` a period is tried that is not the agency's setting.
  const tried = z.object({ years: z.coerce.number().int().min(1).max(100).optional() })
  app.get(`${base}/retention`, { schema: { querystring: tried } }, async (request) =>
    readRetentionList(platform, requireStaff(request), request.query.years),
  )
  app.put(`${base}/retention`, { schema: { body: retentionInput } }, async (request, reply) => {
    await setLetterRetention(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  app.get(`${base}/mailboxes`, async (request) => {
    requireStaff(request)
    return { items: await listMailboxes(db) }
  })
  const key = z.object({
    key: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, '代码由小写字母、数字和横线组成，以字母开头。'),
  })
  app.post(
    `${base}/mailboxes`,
    { schema: { body: mailboxInput.extend(key.shape) } },
    async (request, reply) => {
      const { key, ...input } = request.body
      await addMailbox(platform, requireStaff(request), key, input)
      return reply.code(201).send({ key })
    },
  )
  app.put(
    `${base}/mailboxes/:key`,
    { schema: { params: key, body: mailboxInput } },
    async (request, reply) => {
      await changeMailbox(platform, requireStaff(request), request.params.key, request.body)
      return reply.code(204).send()
    },
  )
  app.get(`${base}/departments`, async (request) => {
    requireStaff(request)
    const items = await db
      .selectFrom('departments')
      .select(['id', 'name'])
      .where('active', '=', true)
      .orderBy('position')
      .execute()
    return { items }
  })
  app.get(`${base}/topics`, async (request) => {
    requireStaff(request)
    return { items: await listTopics(db) }
  })
  app.post(`${base}/topics`, { schema: { body: newTopicInput } }, async (request, reply) =>
    reply.code(201).send(await addTopic(platform, requireStaff(request), request.body)),
  )
  app.put(`${base}/topics/:id`, { schema: { params, body: topicInput } }, async (request) =>
    changeTopic(platform, requireStaff(request), request.params.id, request.body),
  )
  app.post(`${base}/topics/import`, { schema: { body: topicFileInput } }, async (request) =>
    importTopics(platform, requireStaff(request), request.body.csv),
  )
}
