import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal } from '#platform'
import type { App } from '#platform/http'
import { filledFrom, unfilled } from '#site'
import { askForLetter, leave, rate, say, seen } from '../citizen.ts'
import { findTalk, readTracked } from '../track-talk.ts'
import { letterPage } from './letter-page.ts'
import { type Keyed, keyed, perMinute, type Show } from './show.ts'
import { shownMessage, standingOf, talkPage, trackingForm } from './talk-page.ts'

const fields = z.record(z.string(), z.unknown()).catch({})
const text = z.string().max(100_000).catch('')
const formKey = z.string().min(1).max(100).catch('')
const updatesInput = keyed.extend({
  after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  /** Something to say with it. */
  body: z.string().trim().max(100_000).optional(),
  key: z.string().max(100).default(''),
})

/** The citizen's side of a talk: every step is a form with number and code, so that no address has them. */
export function talkRoutes(app: App, platform: Platform, show: Show) {
  app.get('/chat/track', async (_request, reply) => show(reply, '回到会话', trackingForm(unfilled)))
  const talk = async (reply: FastifyReply, id: number, key: Keyed, rest: { key: string; body?: string }) => {
    const filled = { values: { body: rest.body ?? '' }, errors: {} }
    return show(reply, '在线交流', talkPage(await readTracked(platform, id), key, { key: rest.key, filled }))
  }
  type Work = (id: number, body: Record<string, unknown>) => Promise<void>
  /** `kept`: what was typed stays in the box, because it was not sent. */
  const act = (path: string, work: Work, kept: boolean) =>
    app.post(path, perMinute(240), async (request, reply) => {
      const body = fields.parse(request.body)
      const key = keyed.parse(body)
      const id = await findTalk(platform, key, request.ip).catch((error) => notFound(reply, body, error))
      if (typeof id !== 'number') return id
      await seen(platform, id)
      const typed = { key: formKey.parse(body.key) || randomUUID(), body: text.parse(body.body) }
      try {
        await work(id, body)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return refused(reply, id, key, typed, error)
      }
      return talk(reply, id, key, kept ? typed : { key: randomUUID() })
    })
  const refused = async (
    reply: FastifyReply,
    id: number,
    key: Keyed,
    typed: { key: string; body: string },
    error: Refusal,
  ) => {
    const errors = Object.keys(error.fields).length ? error.fields : { body: error.entry.text }
    const filled = { values: { body: typed.body }, errors }
    const page = talkPage(await readTracked(platform, id), key, { key: typed.key, filled })
    return show(reply.code(error.entry.status), '在线交流', page)
  }
  const notFound = (reply: FastifyReply, body: Record<string, unknown>, error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    const errors = Object.keys(error.fields).length ? error.fields : { code: error.entry.text }
    return show(reply.code(error.entry.status), '回到会话', trackingForm(filledFrom(body, errors)))
  }
  act('/chat/track', async () => undefined, true)
  act(
    '/chat/track/messages',
    (id, body) => say(platform, id, text.parse(body.body).trim(), formKey.parse(body.key)),
    false,
  )
  act('/chat/track/leaving', (id) => leave(platform, id), false)
  act('/chat/track/rating', (id, body) => rate(platform, id, body.solved === 'yes'), false)
  app.post('/chat/track/letter', perMinute(60), async (request, reply) => {
    const body = fields.parse(request.body)
    const key = keyed.parse(body)
    const id = await findTalk(platform, key, request.ip).catch((error) => notFound(reply, body, error))
    if (typeof id !== 'number') return id
    try {
      return await show(reply, '已经转为来信', letterPage(await askForLetter(platform, id)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refused(reply, id, key, { key: randomUUID(), body: '' }, error)
    }
  })
  // A reader's page asks fifteen times a minute, and behind an address may sit an office.
  const asked = { ...perMinute(2400), schema: { body: updatesInput } }
  app.post('/chat/track/updates', asked, async (request, reply) => {
    const { number, code, after, body, key } = request.body
    const id = await findTalk(platform, { number, code }, request.ip)
    await seen(platform, id)
    if (body !== undefined) await say(platform, id, body, key)
    const tracked = await readTracked(platform, id, after)
    return reply.header('cache-control', 'no-store').send({
      open: tracked.talk.status !== 'closed',
      answered: tracked.talk.answered,
      standing: standingOf(tracked),
      messages: tracked.messages.map(shownMessage),
    })
  })
}
