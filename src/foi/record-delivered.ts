import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import type { Answer } from './answer-store.ts'
import { closesInTime } from './closed-in-time.ts'
import type { DisclosureRequest } from './request.ts'
import { saveRequest } from './store.ts'

/** The applicant has the answer: from this day it counts, and what belongs to it is shown to them. Law: Order 711 art. 40. */
export async function recordDelivered(
  platform: Platform,
  tx: Tx,
  request: DisclosureRequest,
  answer: Answer,
  on: Day,
): Promise<void> {
  await tx.updateTable('foi_answers').set({ delivered_on: on }).where('id', '=', answer.id).execute()
  await saveRequest(tx, request, {
    status: 'answered',
    outcome: answer.outcome,
    outcome_detail: answer.outcomeDetail,
    answered_on: on,
    ...(await closesInTime(tx, request, on)),
  })
  await platform.cache.forget(tx, ['requests'])
}
