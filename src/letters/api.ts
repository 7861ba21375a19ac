import { z } from 'zod'
import { loadIndex, rank } from '#knowledge'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import {
  dispatchInput,
  letterListQuery,
  publicVersionInput,
  refusalInput,
  replyDecisionInput,
  replyInput,
} from './contract.ts'
import {
  acceptLetter,
  changePublicVersion,
  dispatchLetter,
  refuseLetter,
  releaseLetter,
  reopenLetter,
  superviseLetter,
} from './handle-letter.ts'
import { readLetter, readOriginal } from './read-letter.ts'
import { decideReply, draftReply } from './reply.ts'
import { getLetter, listLetters } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const base = '/api/staff/letters'
type Actor = ReturnType<typeof requireStaff>

export function api(app: App, platform: Platform) {
  app.get(base, { schema: { querystring: letterListQuery } }, async (request) => {
    assertCan(requireStaff(request), 'letters.read')
    return listLetters(platform.db, request.query)
  })
  app.get(`${base}/:id`, { schema: { params } }, async (request) =>
    readLetter(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/:id/unsealing`, { schema: { params } }, async (request) =>
    readOriginal(platform, requireStaff(request), request.params.id),
  )
  app.get(`${base}/:id/suggestions`, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'letters.read')
    return { items: await suggestionsFor(platform, request.params.id) }
  })
  moveRoutes(app, platform)
}

/** Answers to like letters, with the words that both share; never sent by themselves. */
async function suggestionsFor({ db }: Platform, id: number) {
  const { number, subjectPublic, bodyPublic } = await getLetter(db, id)
  const found = rank(await loadIndex(db, 'letters'), `${subjectPublic}\n${bodyPublic}`, 6)
  const entries = found.map(({ entry }) => entry)
  if (entries.length === 0) return []
  const rows = await db
    .selectFrom('reference_answers')
    .select(['entry', 'title', 'answer'])
    .where('corpus', '=', 'letters')
    .where('entry', 'in', entries)
    .execute()
  const texts = new Map(rows.map((row) => [row.entry, row]))
  return found
    .filter(({ entry }) => entry !== number)
    .slice(0, 5)
    .map((one) => ({ ...one, title: texts.get(one.entry)?.title, answer: texts.get(one.entry)?.answer }))
}

/** One noun a move. */
function moveRoutes(app: App, platform: Platform) {
  const move = <Body extends z.ZodType>(
    noun: string,
    body: Body,
    run: (staff: Actor, id: number, body: z.output<Body>) => Promise<void>,
  ) =>
    app.post(`${base}/:id/${noun}`, { schema: { params, body } }, async (request, reply) => {
      await run(requireStaff(request), request.params.id, request.body as z.output<Body>)
      return reply.code(204).send()
    })
  const nothing = z.object({})
  move('acceptance', nothing, (staff, id) => acceptLetter(platform, staff, id))
  move('refusal', refusalInput, (staff, id, body) => refuseLetter(platform, staff, id, body))
  move('dispatch', dispatchInput, (staff, id, body) => dispatchLetter(platform, staff, id, body))
  move('replies', replyInput, (staff, id, { body }) => draftReply(platform, staff, id, body))
  move('decisions', replyDecisionInput, (staff, id, body) => decideReply(platform, staff, id, body))
  move('public-version', publicVersionInput, (staff, id, body) =>
    changePublicVersion(platform, staff, id, body),
  )
  move('release', z.object({ shown: z.boolean() }), (staff, id, { shown }) =>
    releaseLetter(platform, staff, id, shown),
  )
  move('supervision', nothing, (staff, id) => superviseLetter(platform, staff, id))
  move('reopening', z.object({ reason: z.string().trim().max(1000) }), (staff, id, { reason }) =>
    reopenLetter(platform, staff, id, reason),
  )
}
