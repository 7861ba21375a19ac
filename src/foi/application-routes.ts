import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Platform } from '#platform'
import { challengeAnswer, challengeField } from '#platform/challenge'
import { type App, type FormFile, readForm, refusalOf } from '#platform/http'
import { errorsByField, readAgencyOrNone } from '#site'
import { applicantFaults } from './applicant-rules.ts'
import { applicationForm, beforeTheForm } from './application-page.ts'
import { type ApplicationInput, applicantKind, applicationInput } from './contract.ts'
import { draftProofName, keepDraftProof, proofLimitBytes } from './draft-proof.ts'
import { offersFor } from './offers.ts'
import type { Show } from './pages.ts'
import { readRetentionOrNone } from './privacy/retention-period.ts'
import { receiptPage } from './receipt-page.ts'
import { reviewPage } from './review-page.ts'
import { isSubmitted, submitRequest } from './submit-request.ts'

/** Per address and minute: a shared office network passes. An application takes two or three. */
const submissions = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }
const kindQuery = z.object({ kind: applicantKind.optional().catch(undefined) })
const fileLimits = { files: 1, limitBytes: proofLimitBytes }

type Posted = { fields: Record<string, string>; key: string }
type Errors = Record<string, string>

/** Notice and kind → form → review with what is already public → receipt. Each step keeps what was typed and uploaded. */
export function applicationRoutes(app: App, platform: Platform, show: Show) {
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-store')
  const form = async (reply: FastifyReply, { fields, key }: Posted, errors: Errors) => {
    const kind = applicantKind.safeParse(fields.applicantKind)
    const proofName = await draftProofName(platform, key)
    const filled = { values: fields, errors }
    const shown = { filled, key, kind: kind.data ?? 'natural_person', proofName }
    return show(page(reply), '申请公开政府信息', applicationForm(shown))
  }
  const review = async (reply: FastifyReply, input: ApplicationInput, key: string, error: string) => {
    const offers = await offersFor(platform.db, input)
    const proofName = (await draftProofName(platform, key)) ?? ''
    const challenge = challengeField(platform, error)
    return show(page(reply), '请核对后提交', reviewPage({ input, key, proofName, offers, challenge, error }))
  }
  app.get('/requests/new', async (request, reply) => {
    const { kind } = kindQuery.parse(request.query)
    if (kind) return form(reply, { fields: { applicantKind: kind }, key: randomUUID() }, {})
    const notice = beforeTheForm(await readAgencyOrNone(platform.db), await readRetentionOrNone(platform.db))
    return show(reply, '申请公开政府信息', notice)
  })
  app.post('/requests', submissions, async (request, reply) => {
    const { fields, files } = await readForm(request, fileLimits)
    const posted = { fields, key: keyOf(fields.key) }
    // A field that people do not see: what fills it is a program. It gets the form back, nothing is kept.
    if (fields.website) return form(reply.code(422), posted, {})
    const proofFault = await keepProof(platform, posted.key, files)
    if (fields.step === 'edit') return form(reply, posted, {})
    const input = applicationInput.safeParse(fields)
    const errors = { ...(await faultsOf(platform, posted.key, input)), ...proofFault.errors }
    if (!input.success || Object.keys(errors).length)
      return form(reply.code(proofFault.status ?? 422), posted, errors)
    if (fields.step !== 'send') return review(reply, input.data, posted.key, '')
    try {
      const sent = { input: input.data, key: posted.key, challenge: challengeAnswer(fields) }
      const receipt = await submitRequest(platform, sent)
      return await show(page(reply.code(201)), '申请已经提交', await receiptPage(platform, receipt))
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      reply.code(refusal.entry.status)
      const { challengeAnswer: wrong, ...others } = refusal.fields
      if (wrong) return review(reply, input.data, posted.key, wrong)
      return form(reply, posted, Object.keys(others).length ? others : { description: refusal.entry.text })
    }
  })
}

const keyOf = (key: string | undefined): string => (key && key.length <= 100 ? key : randomUUID())

/** The upload, kept sealed although the rest of the form may be wrong; what is wrong with it is said beside it. */
async function keepProof(
  platform: Platform,
  key: string,
  files: readonly FormFile[],
): Promise<{ errors: Errors; status?: number }> {
  const [file] = files
  if (!file) return { errors: {} }
  try {
    await keepDraftProof(platform, key, file)
    return { errors: {} }
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return { errors: { proof: refusal.entry.text }, status: refusal.entry.status }
  }
}

/** Everything that is wrong, at once. A form that was already sent has no draft any more and is answered by its receipt. */
async function faultsOf(
  platform: Platform,
  key: string,
  input: ReturnType<typeof applicationInput.safeParse>,
): Promise<Errors> {
  if (!input.success) return errorsByField(input.error)
  const faults = applicantFaults(input.data, 'online')
  const sent = await isSubmitted(platform, key)
  if (!sent && !(await draftProofName(platform, key))) faults.proof = '请上传身份证明的照片或者扫描件。'
  return faults
}
