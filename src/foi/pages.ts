import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal } from '#platform'
import { type Html, html } from '#platform/html'
import { type App, cached, madeFrom, refusalOf } from '#platform/http'
import { errorsByField, type Filled, filledFrom, readAgencyFor, sitePage, unfilled } from '#site'
import { applicationForm, blankForm } from './application-page.ts'
import { applicationInput } from './contract.ts'
import { correctOnline } from './correct-online.ts'
import { withdrawOnline } from './end-request.ts'
import { logPage, startPage } from './log-page.ts'
import { listPublicLog } from './public-log.ts'
import { refuse } from './refusals.ts'
import { downloadRoute } from './release/download-route.ts'
import { submitRequest } from './submit-request.ts'
import { findTracked, readTracking } from './track-request.ts'
import { receiptPage, trackingForm, trackingPage } from './tracking-page.ts'

/** Per address and minute: a shared office network passes, a guesser does not get far. */
const submissions = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }
const lookups = { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }
const fields = z.record(z.string(), z.unknown()).catch({})
const keyed = z.object({ number: z.string().max(100).catch(''), code: z.string().max(50).catch('') })

export function pages(app: App, platform: Platform) {
  const show = async (reply: FastifyReply, title: string, main: Html) => {
    const agency = await readAgencyFor(reply, platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/requests', text: '依申请公开' },
    ]
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: card(main) })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  app.get('/requests', cached(), async (_request, reply) =>
    show(madeFrom(reply, ['site']), '依申请公开', startPage()),
  )
  app.get('/requests/form', cached(), async (_request, reply) =>
    show(madeFrom(reply, ['site']), '政府信息公开申请表', blankForm()),
  )
  app.get('/requests/log', cached('after'), async (request, reply) => {
    const { q: words, after } = logQuery.parse(request.query)
    return show(
      madeFrom(reply, ['site', 'requests']),
      '依申请公开答复目录',
      logPage({ words, after }, await listPublicLog(platform.db, { words, after })),
    )
  })
  applicationRoutes(app, platform, show)
  trackingRoutes(app, platform, show)
  downloadRoute(app, platform)
}

type Show = (reply: FastifyReply, title: string, main: Html) => Promise<FastifyReply>
const card = (main: Html): Html => html`<section class="card">${main}</section>`
const logQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})

function applicationRoutes(app: App, platform: Platform, show: Show) {
  const form = (reply: FastifyReply, filled: Filled, key: string) =>
    show(reply.header('cache-control', 'no-store'), '申请公开政府信息', applicationForm(filled, key))
  app.get('/requests/new', async (_request, reply) => form(reply, unfilled, randomUUID()))
  app.post('/requests', submissions, async (request, reply) => {
    const body = fields.parse(request.body)
    const key = typeof body.key === 'string' && body.key.length <= 100 && body.key ? body.key : randomUUID()
    // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
    if (body.website) return form(reply.code(422), filledFrom(body), key)
    const input = applicationInput.safeParse(body)
    if (!input.success) return form(reply.code(422), filledFrom(body, errorsByField(input.error)), key)
    try {
      const receipt = await submitRequest(platform, input.data, key)
      return show(reply.code(201).header('cache-control', 'no-store'), '申请已经提交', receiptPage(receipt))
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      const errors = Object.keys(refusal.fields).length ? refusal.fields : { description: refusal.entry.text }
      return form(reply.code(refusal.entry.status), filledFrom(body, errors), key)
    }
  })
}

function trackingRoutes(app: App, platform: Platform, show: Show) {
  const tracked = async (reply: FastifyReply, id: number, key: z.output<typeof keyed>) =>
    show(
      reply.header('cache-control', 'no-store'),
      '申请的办理情况',
      trackingPage(await readTracking(platform, id), key),
    )
  const wrong = (reply: FastifyReply, body: unknown, error: unknown) => {
    if (!(error instanceof Refusal && error.code === 'code_wrong')) throw error
    return show(reply.code(404), '查询申请的办理情况', trackingForm(filledFrom(body, error.fields)))
  }
  app.get('/requests/track', async (_request, reply) =>
    show(reply, '查询申请的办理情况', trackingForm(unfilled)),
  )
  const act = (path: string, work: (id: number, words: string) => Promise<void>) =>
    app.post(path, lookups, async (request, reply) => {
      const body = fields.parse(request.body)
      const key = keyed.parse(body)
      try {
        const id = await findTracked(platform, key.number, key.code)
        await work(id, z.string().trim().max(20_000).catch('').parse(body.words))
        return await tracked(reply, id, key)
      } catch (error) {
        return wrong(reply, body, error)
      }
    })
  act('/requests/track', async () => undefined)
  act('/requests/track/withdrawal', (id) => withdrawOnline(platform, id))
  act('/requests/track/correction', (id, words) => {
    if (!words) throw refuse('correction_empty')
    return correctOnline(platform, id, words)
  })
}
