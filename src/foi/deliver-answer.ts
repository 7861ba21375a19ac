import type { Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { latestAnswer } from './answer-store.ts'
import type { DeliveryInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

/** The approved answer reached the applicant; the day counts for the clock and the report. Law: Order 711 art. 40. Throws: Refusal delivery_before_answer, answer_changed. */
export function deliverAnswer(
  platform: Platform,
  staff: Staff,
  id: number,
  input: DeliveryInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'deliver_answer', async (tx, request) => {
    const answer = await latestAnswer(tx, id)
    if (!answer?.approvedAt) throw refuse('answer_changed')
    if (input.on > platform.clock.today() || input.on < dayOf(answer.approvedAt))
      throw refuse('delivery_before_answer')
    await saveRequest(tx, request, {
      status: 'answered',
      outcome: answer.outcome,
      outcome_detail: answer.outcomeDetail,
      answered_on: input.on,
    })
    return {
      kind: 'answered',
      on: input.on,
      detail: { outcome: answer.outcome, by: input.by, proof: input.proof },
    }
  })
}
