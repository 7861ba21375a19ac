import { z } from 'zod'
import { actorOf, assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import {
  basisInput,
  classificationInput,
  coverInput,
  dispatchInput,
  mergeInput,
  opinionInput,
  outcomeInput,
  publicVersionInput,
  reasonInput,
  refusalInput,
  releaseInput,
  replyDecisionInput,
  replyInput,
  staffLetterInput,
  supervisionInput,
} from './contract.ts'
import { coverWords } from './cover-words.ts'
import { claimLetter, dispatchLetter, giveOpinion, returnDispatch } from './dispatch-letter.ts'
import {
  acceptLetter,
  answerFollowUp,
  classifyLetter,
  closeLetter,
  endSupervision,
  reopenLetter,
  superviseLetter,
} from './handle-letter.ts'
import { mergeLetter } from './merge-letter.ts'
import { openLetter } from './open-letter.ts'
import { changePublicVersion, releaseLetter } from './public-version.ts'
import { recordBasis } from './record-basis.ts'
import { refuseLetter } from './refuse-letter.ts'
import { decideReply, draftReply } from './reply.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const base = '/api/staff/letters'
type Actor = ReturnType<typeof requireStaff>

/** One noun a move; and the letter that staff write down. */
export function moveRoutes(app: App, platform: Platform) {
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
  move('classification', classificationInput, (staff, id, { topicId }) =>
    classifyLetter(platform, staff, id, topicId),
  )
  move('refusal', refusalInput, (staff, id, body) => refuseLetter(platform, staff, id, body))
  move('dispatch', dispatchInput, (staff, id, body) => dispatchLetter(platform, staff, id, body))
  move('claim', nothing, (staff, id) => claimLetter(platform, staff, id))
  move('return', reasonInput, (staff, id, { reason }) => returnDispatch(platform, staff, id, reason))
  move('opinion', opinionInput, (staff, id, { opinion }) => giveOpinion(platform, staff, id, opinion))
  move('merger', mergeInput, (staff, id, { into }) => mergeLetter(platform, staff, id, into))
  move('replies', replyInput, (staff, id, { body, ...more }) => draftReply(platform, staff, id, body, more))
  move('decisions', replyDecisionInput, (staff, id, body) => decideReply(platform, staff, id, body))
  move('public-version', publicVersionInput, (staff, id, body) =>
    changePublicVersion(platform, staff, id, body),
  )
  move('cover', coverInput, (staff, id, { words }) => coverWords(platform, staff, id, words))
  move('publication-basis', basisInput, (staff, id, body) => recordBasis(platform, staff, id, body))
  move('release', releaseInput, (staff, id, body) => releaseLetter(platform, staff, id, body))
  move('supervision', supervisionInput, (staff, id, { note }) => superviseLetter(platform, staff, id, note))
  move('supervision-end', nothing, (staff, id) => endSupervision(platform, staff, id))
  move('follow-up', outcomeInput, (staff, id, { outcome }) => answerFollowUp(platform, staff, id, outcome))
  move('closing', nothing, (staff, id) => closeLetter(platform, staff, id))
  move('reopening', reasonInput, (staff, id, { reason }) => reopenLetter(platform, staff, id, reason))
  registerRoute(app, platform)
}

/** A letter on paper, or told at the counter; the receipt is for the person who came. */
function registerRoute(app: App, platform: Platform) {
  app.post(base, { schema: { body: staffLetterInput } }, async (request, reply) => {
    const staff = requireStaff(request)
    const { source, consent, ...given } = request.body
    const receipt = await platform.inTransaction((tx) => {
      assertCan(staff, 'letters.handle')
      const letter = { ...given, consents: consent === 'yes', source: { kind: source } }
      return openLetter(tx, platform, actorOf(staff), letter)
    })
    return reply.code(201).header('cache-control', 'no-store').send(receipt)
  })
}
