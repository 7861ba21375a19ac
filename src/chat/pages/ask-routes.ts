import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { solveQuestion } from '#knowledge'
import { answeredBefore, readLetterRetentionOrNone, submitLetter } from '#letters'
import { type Platform, type Refusal, refuse } from '#platform'
import { challengeAnswer, challengeField } from '#platform/challenge'
import { type App, readForm, refusalOf } from '#platform/http'
import { errorsByField, type Filled, filledFrom, readAgencyOrNone, unfilled } from '#site'
import { type QuestionInput, questionInput } from '../contract.ts'
import { openTalk } from '../open-talk.ts'
import { readService } from '../service-hours.ts'
import { mailboxOf } from '../settings.ts'
import { readTracked } from '../track-talk.ts'
import { askPage, foundPage, solvedPage } from './ask-page.ts'
import { letterPage } from './letter-page.ts'
import { perMinute, type Show } from './show.ts'
import { talkPage } from './talk-page.ts'

/** Reference answers that a citizen is shown at most. */
const answersMost = 5
const entry = z.object({ entry: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })

/** From the question to reference answers, and on to an agent or into the mailbox; nothing is typed twice. */
export function askRoutes(app: App, platform: Platform, show: Show) {
  const about = async () => ({
    agency: await readAgencyOrNone(platform.db),
    retention: await readLetterRetentionOrNone(platform.db),
  })
  const first = async (reply: FastifyReply, filled: Filled, key: string) => {
    const service = await readService(platform.db, platform)
    return show(reply, '在线交流', askPage(filled, { key, service, about: await about() }))
  }
  const second = async (reply: FastifyReply, filled: Filled, key: string) => {
    const [service, found] = await Promise.all([
      readService(platform.db, platform),
      answeredBefore(platform, filled.values.question ?? '', answersMost),
    ])
    const challenge = challengeField(platform, filled.errors.challengeAnswer)
    return show(
      reply,
      '在线交流',
      foundPage(filled, { key, service, about: await about(), found, challenge }),
    )
  }
  app.get('/chat', async (_request, reply) => first(reply, unfilled, randomUUID()))
  app.post('/chat/answers', perMinute(120), async (request, reply) => {
    const { fields, key, input } = await posted(request)
    if (!input.success || fields.website)
      return first(reply.code(422), filledFrom(fields, input.error && errorsByField(input.error)), key)
    return second(reply, filledFrom(fields), key)
  })
  app.post('/chat/solved', perMinute(60), async (request, reply) => {
    const given = entry.safeParse(request.body)
    if (!given.success) throw refuse('not_found')
    await solveQuestion(platform, given.data.entry, request.ip)
    return show(reply, '问题已经解决', solvedPage())
  })
  /** Talk and letter begin with the same form, which comes back with what was typed when it cannot be. */
  const begin = (path: string, work: (asked: Asked, reply: FastifyReply) => Promise<FastifyReply>) =>
    app.post(path, perMinute(240), async (request, reply) => {
      const { fields, key, input } = await posted(request)
      // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
      if (!input.success || fields.website)
        return second(reply.code(422), filledFrom(fields, input.error && errorsByField(input.error)), key)
      const challenge = challengeAnswer(fields)
      try {
        return await work({ input: input.data, key, network: request.ip, challenge }, reply)
      } catch (error) {
        const refusal = refusalOf(error)
        if (!refusal) throw error
        return second(reply.code(refusal.entry.status), filledFrom(fields, errorsOf(refusal)), key)
      }
    })
  begin('/chat/talks', async (asked, reply) => {
    const { id, number, code } = await openTalk(platform, asked)
    const tracked = await readTracked(platform, id)
    return show(reply.code(201), '在线交流', talkPage(tracked, { number, code }, { key: randomUUID() }))
  })
  begin('/chat/letters', async ({ input: { question, author, telephone }, ...form }, reply) => {
    const subject = question.length > 40 ? `${question.slice(0, 40)}…` : question
    const mailbox = await mailboxOf(platform.db)
    const words = { mailbox, author, telephone, email: '', subject, body: question, consent: 'no' } as const
    const receipt = await submitLetter(platform, { ...form, input: words, uploads: [] })
    return show(reply.code(201), '已经转为来信', letterPage(receipt))
  })
}

type Asked = Parameters<typeof openTalk>[1] & { input: QuestionInput }

/** The form's own key stays while it is corrected, so that a form sent twice is one talk. */
async function posted(request: FastifyRequest) {
  const { fields } = await readForm(request, { files: 0, limitBytes: 1 })
  const { key } = fields
  const input = questionInput.safeParse(fields)
  return { fields, input, key: key && key.length <= 100 ? key : randomUUID() }
}

const errorsOf = ({ fields, entry }: Refusal): Record<string, string> =>
  Object.keys(fields).length ? fields : { question: entry.text }
