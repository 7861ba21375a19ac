import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal, refuse as refuseGeneral } from '#platform'
import { addDays, day, instantOf } from '#platform/clock'
import { type Html, html } from '#platform/html'
import { type App, cached, madeFrom, refusalOf } from '#platform/http'
import { errorsByField, type Filled, filledFrom, readAgency, readAgencyFor, sitePage, unfilled } from '#site'
import { letterInput } from './contract.ts'
import { letterForm, letterReceiptPage, letterTrackingForm } from './form-page.ts'
import { letterListPage, letterPage, sentPage } from './public-pages.ts'
import { findSent, rateLetter, readSent, withdrawLetter } from './sender.ts'
import { countByMonth, getLetter, listMailboxes, listReleased } from './store.ts'
import { submitLetter } from './submit-letter.ts'

/** Per address and minute: a shared office network passes, a guesser does not get far. */
const submissions = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }
const lookups = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }
const fields = z.record(z.string(), z.unknown()).catch({})
const keyed = z.object({ number: z.string().max(100).catch(''), code: z.string().max(50).catch('') })
const listQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})
type Show = (reply: FastifyReply, title: string, main: Html) => Promise<FastifyReply>

export function pages(app: App, platform: Platform) {
  const show: Show = async (reply, title, main) => {
    const agency = await readAgencyFor(reply, platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/letters', text: '来信和答复' },
    ]
    const card = html`<section class="card">${main}</section>`
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: card })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  listRoutes(app, platform, show)
  formRoutes(app, platform, show)
  senderRoutes(app, platform, show)
}

function listRoutes(app: App, platform: Platform, show: Show) {
  const { db, clock } = platform
  app.get('/letters', cached('after'), async (request, reply) => {
    const { q: words, after } = listQuery.parse(request.query)
    const since = day(`${Number(clock.today().slice(0, 4)) - 1}-01-01`)
    const [list, boxes, months] = await Promise.all([
      listReleased(db, { words, after }),
      listMailboxes(db),
      countByMonth(db, since),
    ])
    // The months shown follow the year.
    madeFrom(reply, ['site', 'letters'], instantOf(addDays(clock.today(), 1)))
    return show(reply, '来信和答复', letterListPage({ words, after }, list, boxes, months))
  })
  const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
  app.get('/letters/:id', { ...cached(), schema: { params } }, async (request, reply) => {
    const letter = await getLetter(db, request.params.id)
    if (!letter.released) throw refuseGeneral('not_found')
    madeFrom(reply, ['site', `letter:${letter.id}`])
    return show(reply, letter.subjectPublic, letterPage(letter, await unitOf(platform, letter.departmentId)))
  })
}

async function unitOf({ db }: Platform, departmentId: number | null): Promise<string> {
  const agency = await readAgency(db)
  if (!departmentId) return agency.siteName
  const row = await db
    .selectFrom('departments')
    .select('name')
    .where('id', '=', departmentId)
    .executeTakeFirst()
  return `${agency.siteName}${row?.name ?? ''}`
}

function formRoutes(app: App, platform: Platform, show: Show) {
  const form = async (reply: FastifyReply, filled: Filled, key: string) => {
    const boxes = await listMailboxes(platform.db).catch(() => [])
    return show(reply.header('cache-control', 'no-store'), '写信', letterForm(filled, key, boxes))
  }
  app.get('/letters/new', async (_request, reply) => form(reply, unfilled, randomUUID()))
  app.post('/letters', submissions, async (request, reply) => {
    const body = fields.parse(request.body)
    const key = typeof body.key === 'string' && body.key && body.key.length <= 100 ? body.key : randomUUID()
    // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
    if (body.website) return form(reply.code(422), filledFrom(body), key)
    const input = letterInput.safeParse(body)
    if (!input.success) return form(reply.code(422), filledFrom(body, errorsByField(input.error)), key)
    try {
      const receipt = await submitLetter(platform, input.data, key)
      return show(
        reply.code(201).header('cache-control', 'no-store'),
        '来信已经收到',
        letterReceiptPage(receipt),
      )
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      const errors = Object.keys(refusal.fields).length ? refusal.fields : { body: refusal.entry.text }
      return form(reply.code(refusal.entry.status), filledFrom(body, errors), key)
    }
  })
}

function senderRoutes(app: App, platform: Platform, show: Show) {
  app.get('/letters/track', async (_request, reply) => show(reply, '查询来信', letterTrackingForm(unfilled)))
  const act = (path: string, work: (id: number, body: Record<string, unknown>) => Promise<void>) =>
    app.post(path, lookups, async (request, reply) => {
      const body = fields.parse(request.body)
      const key = keyed.parse(body)
      try {
        const id = await findSent(platform, key.number, key.code)
        await work(id, body)
        const page = sentPage(await readSent(platform, id), key)
        return await show(reply.header('cache-control', 'no-store'), '来信办理情况', page)
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'code_wrong')) throw error
        return show(reply.code(404), '查询来信', letterTrackingForm(filledFrom(body, error.fields)))
      }
    })
  act('/letters/track', async () => undefined)
  act('/letters/track/withdrawal', (id) => withdrawLetter(platform, id))
  const rating = z.object({ rating: z.coerce.number().int().min(1).max(5) })
  act('/letters/track/rating', (id, body) => rateLetter(platform, id, rating.parse(body).rating))
}
