import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal } from '#platform'
import { type App, readForm } from '#platform/http'
import { type Filled, filledFrom, unfilled } from '#site'
import { claimPayment } from './claim-payment.ts'
import { correctOnline } from './correct-online.ts'
import { editOnline } from './edit-online.ts'
import { withdrawOnline } from './end-request.ts'
import type { Show } from './pages.ts'
import { refuse } from './refusals.ts'
import { findTracked, readTracking } from './track-request.ts'
import { trackingForm, trackingPage } from './tracking-page.ts'

/** The first fence; guesses are counted in the database. */
const lookups = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }
const keyed = z.object({ number: z.string().max(100).catch(''), code: z.string().max(50).catch('') })
const longText = z.string().trim().max(20_000, '不能超过20000个字。')
const uncached = (reply: FastifyReply) => reply.header('cache-control', 'no-store')
const noFiles = { files: 0, limitBytes: 0 }

/** The number and the code travel in forms, never in an address. */
export function trackingRoutes(app: App, platform: Platform, show: Show) {
  app.get('/requests/track', async (_request, reply) =>
    show(reply, '查询申请的办理情况', trackingForm(unfilled)),
  )
  const tracked = async (reply: FastifyReply, id: number, key: z.output<typeof keyed>, filled: Filled) =>
    show(uncached(reply), '申请的办理情况', trackingPage(await readTracking(platform, id), key, filled))
  const act = (path: string, work: (id: number, fields: Record<string, string>) => Promise<void>) =>
    app.post(path, lookups, async (request, reply) => {
      const { fields } = await readForm(request, noFiles)
      const key = keyed.parse(fields)
      let id: number
      try {
        id = await findTracked(platform, key.number, key.code, request.ip)
      } catch (error) {
        if (!(error instanceof Refusal) || !request.headers.accept?.includes('text/html')) throw error
        const errors = Object.keys(error.fields).length ? error.fields : { code: error.entry.text }
        const page = trackingForm(filledFrom(fields, errors))
        return show(uncached(reply.code(error.entry.status)), '查询申请的办理情况', page)
      }
      try {
        await work(id, fields)
        return await tracked(reply, id, key, unfilled)
      } catch (error) {
        if (!(error instanceof Refusal) || !request.headers.accept?.includes('text/html')) throw error
        const errors = Object.keys(error.fields).length ? error.fields : { state: error.entry.text }
        return tracked(reply.code(error.entry.status), id, key, { values: fields, errors })
      }
    })
  act('/requests/track', async () => undefined)
  act('/requests/track/withdrawal', (id) => withdrawOnline(platform, id))
  act('/requests/track/correction', (id, fields) => {
    const words = longText.safeParse(fields.words)
    if (!words.success) throw refuse('words_too_long', { words: '不能超过20000个字。' })
    if (!words.data) throw refuse('correction_empty', { words: '请先填写补正的内容，再提交。' })
    return correctOnline(platform, id, words.data)
  })
  act('/requests/track/words', (id, fields) => {
    const description = longText.safeParse(fields.description)
    if (!description.success) throw refuse('words_too_long', { description: '不能超过20000个字。' })
    return editOnline(platform, id, description.data)
  })
  act('/requests/track/payment', (id, { paidOn = '', payment = '' }) =>
    claimPayment(platform, id, { paidOn, payment: payment.trim().slice(0, 200) }),
  )
}
