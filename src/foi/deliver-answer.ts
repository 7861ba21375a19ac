import type { Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { latestAnswer } from './answer-store.ts'
import { closesInTime } from './closed-in-time.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import type { DeliveryInput } from './contract.ts'
import { mailAnswer } from './mail-answer.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { assertReleaseAsDrafted } from './release/released.ts'
import { saveRequest } from './store.ts'

/** The approved answer reached the applicant; the day counts for the clock and the report. Law: Order 711 art. 40. Throws: Refusal delivery_before_answer, answer_changed, release_changed, tracking_number_missing, override_not_told, no_email. */
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
    if (input.on > platform.clock.today() || input.on < dayOf(answer.approvedAt))
      throw refuse('delivery_before_answer')
    if (input.by === 'post' && !/[A-Za-z0-9]{8,}/.test(input.proof))
      throw refuse('tracking_number_missing', { proof: '请填写邮件编号。' })
    const consultations = await listConsultations(tx, [id])
    if (consultations.some((c) => c.overrideReason !== null && c.overrideToldOn === null))
      throw refuse('override_not_told')
    if (input.by === 'email') await mailAnswer(platform, tx, request, answer, input.on)
    await tx.updateTable('foi_answers').set({ delivered_on: input.on }).where('id', '=', answer.id).execute()
    await saveRequest(tx, request, {
      status: 'answered',
      outcome: answer.outcome,
      outcome_detail: answer.outcomeDetail,
      answered_on: input.on,
      ...(await closesInTime(tx, request, input.on)),
    })
    return {
      kind: 'answered',
      on: input.on,
      detail: { outcome: answer.outcome, by: input.by, proof: input.proof },
    }
  })
}
