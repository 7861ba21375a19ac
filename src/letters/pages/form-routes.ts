import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Platform } from '#platform'
import { challengeAnswer, challengeField } from '#platform/challenge'
import { type App, readForm, refusalOf } from '#platform/http'
import { errorsByField, type Filled, filledFrom, readAgencyOrNone, unfilled } from '#site'
import { type AnsweredBefore, answeredBefore } from '../answered-before.ts'
import { attachmentLimitBytes, attachmentsMost } from '../attachments.ts'
import { letterInput } from '../contract.ts'
import { readLetterRetentionOrNone } from '../retention/period.ts'
import { listMailboxes } from '../store.ts'
import { submitLetter } from '../submit-letter.ts'
import { letterForm } from './form-page.ts'
import { letterReceiptPage } from './receipt-page.ts'
import { type Show, uncached } from './show.ts'

/** The first fence, per address, minute and process; what counts is counted in the database (limits.ts). */
const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })
/** Unit: bytes. All files of a form and its words. */
const formBytes = { bodyLimit: (attachmentsMost + 1) * attachmentLimitBytes }
const fileErrors = new Set([
  'attachments_too_many',
  'file_too_large',
  'file_empty',
  'file_name_refused',
  'file_type_refused',
  'file_type_mismatch',
])
const query = z.object({ mailbox: z.string().max(50).catch('') })

export function formRoutes(app: App, platform: Platform, show: Show) {
  const form = async (
    reply: FastifyReply,
    filled: Filled,
    key: string,
    found?: readonly AnsweredBefore[],
  ) => {
    const [boxes, agency, retention] = await Promise.all([
      listMailboxes(platform.db).catch(() => []),
      readAgencyOrNone(platform.db),
      readLetterRetentionOrNone(platform.db),
    ])
    const mailboxes = boxes.filter((box) => box.in_use)
    const challenge = challengeField(platform, filled.errors.challengeAnswer)
    const parts = { key, mailboxes, challenge, found, agency, retention }
    return show(uncached(reply), '写信', letterForm(filled, parts))
  }
  app.get('/letters/new', async (request, reply) => {
    const { mailbox } = query.parse(request.query)
    return form(reply, { ...unfilled, values: { mailbox } }, randomUUID())
  })
  app.post('/letters/check', { ...perMinute(60), ...formBytes }, async (request, reply) => {
    const { fields, key } = await posted(request)
    const found = await answeredBefore(platform, `${fields.subject ?? ''}\n${fields.body ?? ''}`)
    return form(reply, filledFrom(fields), key, found)
  })
  const words = z.object({ text: z.string().max(20_000) })
  app.post('/letters/suggestions', { ...perMinute(60), schema: { body: words } }, async (request, reply) =>
    uncached(reply).send({ items: await answeredBefore(platform, request.body.text) }),
  )
  app.post('/letters', { ...perMinute(240), ...formBytes }, async (request, reply) => {
    const { fields, files, key } = await posted(request)
    // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
    if (fields.website) return form(reply.code(422), filledFrom(fields), key)
    const input = letterInput.safeParse(fields)
    if (!input.success) return form(reply.code(422), filledFrom(fields, errorsByField(input.error)), key)
    const sent = {
      input: input.data,
      key,
      network: request.ip,
      challenge: challengeAnswer(fields),
      uploads: files,
    }
    try {
      const receipt = await submitLetter(platform, sent)
      const page = await letterReceiptPage(receipt, platform.config.publicUrl)
      return show(uncached(reply.code(201)), '来信已经收到', page)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      return form(reply.code(refusal.entry.status), filledFrom(fields, errorsOf(refusal)), key)
    }
  })
}

/** The form's own key stays while it is corrected, so that a form sent twice is one letter. */
async function posted(request: FastifyRequest) {
  const { fields, files } = await readForm(request, {
    files: attachmentsMost + 1,
    limitBytes: attachmentLimitBytes,
  })
  const { key } = fields
  return { fields, files, key: key && key.length <= 100 ? key : randomUUID() }
}

function errorsOf(refusal: NonNullable<ReturnType<typeof refusalOf>>): Record<string, string> {
  if (Object.keys(refusal.fields).length) return refusal.fields
  return { [fileErrors.has(refusal.code) ? 'files' : 'body']: refusal.entry.text }
}
