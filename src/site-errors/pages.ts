import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Platform } from '#platform'
import { challengeAnswer, challengeField } from '#platform/challenge'
import { type Html, html } from '#platform/html'
import { type App, cached, madeFrom, readForm, refusalOf } from '#platform/http'
import { errorsByField, type Filled, filledFrom, readAgencyOrNone, sitePage } from '#site'
import { siteErrorInput } from './contract.ts'
import { publicList, reportForm, thanksPage } from './form-page.ts'
import { reportError } from './report-error.ts'
import { listPublic } from './store.ts'

/** Per address and minute: a shared office network passes. */
const submissions = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }
const itemsPerPage = 20
const keyText = z.string().min(1).max(100)

/** “我为政府网站找错”: the form, and what came of it. */
export function pages(app: App, platform: Platform) {
  const show = async (reply: FastifyReply, title: string, main: Html) => {
    const agency = await readAgencyOrNone(platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/site-errors', text: '找错公开' },
    ]
    const card = html`<section class="card">${main}</section>`
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: card })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  const form = (reply: FastifyReply, filled: Filled, key: string) => {
    const challenge = challengeField(platform, filled.errors.challengeAnswer)
    return show(
      reply.header('cache-control', 'no-store'),
      '我为政府网站找错',
      reportForm(filled, key, challenge),
    )
  }
  const listQuery = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) })
  app.get('/site-errors', cached('before'), async (request, reply) => {
    const { before } = listQuery.parse(request.query)
    const items = await listPublic(platform.db, before, itemsPerPage + 1)
    const next = items.length > itemsPerPage ? items[itemsPerPage - 1]?.id : undefined
    const main = publicList(items.slice(0, itemsPerPage), next)
    return show(madeFrom(reply, ['site', 'site_errors']), '找错公开', main)
  })
  const startQuery = z.object({ page: z.string().max(500).catch('') })
  app.get('/site-errors/new', async (request, reply) => {
    const { page } = startQuery.parse(request.query)
    return form(reply, { values: { page }, errors: {} }, randomUUID())
  })
  app.post('/site-errors', submissions, async (request, reply) => {
    const { fields } = await readForm(request, { files: 0, limitBytes: 0 })
    const key = keyText.catch(() => randomUUID()).parse(fields.key)
    // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
    if (fields.website) return form(reply.code(422), filledFrom(fields), key)
    const input = siteErrorInput.safeParse(fields)
    if (!input.success) return form(reply.code(422), filledFrom(fields, errorsByField(input.error)), key)
    try {
      const { answerDueOn } = await reportError(platform, input.data, {
        key,
        challenge: challengeAnswer(fields),
      })
      return await show(
        reply.code(201).header('cache-control', 'no-store'),
        '谢谢您帮我们找错',
        thanksPage(answerDueOn),
      )
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      const errors = Object.keys(refusal.fields).length ? refusal.fields : { words: refusal.entry.text }
      return form(reply.code(refusal.entry.status), filledFrom(fields, errors), key)
    }
  })
}
