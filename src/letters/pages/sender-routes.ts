import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal } from '#platform'
import type { App } from '#platform/http'
import { errorsByField, filledFrom } from '#site'
import { contactInput } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { correctContact, objectToReply, rateLetter, withdrawLetter, withdrawName } from '../sender.ts'
import { findSent, readSent } from '../track-letter.ts'
import { letterTrackingForm } from './receipt-page.ts'
import { sentPage } from './sent-page.ts'
import { keyed, type Show, uncached } from './show.ts'

/** The first fence; guesses are counted in the database. */
const lookups = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }
const fields = z.record(z.string(), z.unknown()).catch({})
const query = z.object({ number: z.string().max(100).catch('') })
const rating = z.object({ rating: z.coerce.number().int().min(1).max(5) })
const words = z.string().trim().max(5000).catch('')

export function senderRoutes(app: App, platform: Platform, show: Show) {
  app.get('/letters/track', async (request, reply) =>
    show(reply, '查询来信', letterTrackingForm(filledFrom(query.parse(request.query)))),
  )
  const act = (path: string, work: (id: number, body: Record<string, unknown>) => Promise<void>) =>
    app.post(path, lookups, async (request, reply) => {
      const body = fields.parse(request.body)
      const key = keyed.parse(body)
      const id = await findSent(platform, key.number, key.code, request.ip).catch((error) =>
        notFound(reply, body, error),
      )
      if (typeof id !== 'number') return id
      const problem = await work(id, body).catch(refusalText(reply))
      const page = sentPage(await readSent(platform, id), key, problem ?? '')
      return show(uncached(reply), '来信办理情况', page)
    })
  const notFound = (reply: FastifyReply, body: Record<string, unknown>, error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    const errors = Object.keys(error.fields).length ? error.fields : { code: error.entry.text }
    return show(
      uncached(reply.code(error.entry.status)),
      '查询来信',
      letterTrackingForm(filledFrom(body, errors)),
    )
  }
  act('/letters/track', async () => undefined)
  act('/letters/track/withdrawal', (id) => withdrawLetter(platform, id))
  act('/letters/track/name-withdrawal', (id) => withdrawName(platform, id))
  act('/letters/track/contact', async (id, body) => {
    const given = contactInput.safeParse(body)
    if (!given.success) throw refuse('contact_wrong', errorsByField(given.error))
    await correctContact(platform, id, given.data)
  })
  act('/letters/track/rating', (id, body) => rateLetter(platform, id, rating.parse(body).rating))
  act('/letters/track/objection', async (id, body) => {
    const said = words.parse(body.words)
    if (!said) throw refuse('objection_empty')
    await objectToReply(platform, id, said)
  })
}

/** What did not happen is said on the page itself. */
const refusalText =
  (reply: FastifyReply) =>
  (error: unknown): string => {
    if (!(error instanceof Refusal)) throw error
    void reply.code(error.entry.status)
    return error.entry.text
  }
