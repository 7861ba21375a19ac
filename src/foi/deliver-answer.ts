import type { Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { latestAnswer } from './answer-store.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import type { DeliveryInput } from './contract.ts'
import { keptWords } from './kept-words.ts'
import { orderAnswerMail } from './mail-answer.ts'
import { moveRequest } from './move-request.ts'
import { recordDelivered } from './record-delivered.ts'
import { refuse } from './refusals.ts'
import { assertReleaseAsDrafted } from './release/released.ts'

/**
 * The approved answer reached the applicant; the day counts for the clock and the report. By e-mail it is ordered here and
 * counts on the day on which the mail server takes it (mail-answer.ts). Law: Order 711 art. 40.
 * Throws: Refusal delivery_before_answer, answer_changed, release_changed, tracking_number_missing, override_not_told, and those of mail-answer.ts.
 */
export function deliverAnswer(
  platform: Platform,
  staff: Staff,
  id: number,
  input: DeliveryInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'deliver_answer', async (tx, request) => {
    const answer = await latestAnswer(tx, id)
    if (!answer?.approvedAt) throw refuse('answer_changed')
    await assertReleaseAsDrafted(tx, id, answer)
    const today = platform.clock.today()
    if (input.on > today || input.on < dayOf(answer.approvedAt)) throw refuse('delivery_before_answer')
    if (input.by === 'post' && !/[A-Za-z0-9]{8,}/.test(input.proof))
      throw refuse('tracking_number_missing', { proof: '请填写邮件编号。' })
    const consultations = await listConsultations(tx, [id])
    if (consultations.some((c) => c.overrideReason !== null && c.overrideToldOn === null))
      throw refuse('override_not_told')
    if (input.by === 'email') {
      await orderAnswerMail(platform, tx, staff, request, answer)
      return { kind: 'answer_mail_ordered', on: today }
    }
    await recordDelivered(platform, tx, request, answer, input.on)
    const { shown: proof, sealed } = await keptWords(platform, tx, id, input.proof)
    const detail = { outcome: answer.outcome, by: input.by, proof, sealed }
    return { kind: 'answered', on: input.on, detail }
  })
}
