import type { Staff } from '#people'
import type { Platform } from '#platform'
import { latestAnswer } from './answer-store.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

/**
 * The handler takes an answer back that is not delivered yet, to draft it anew, also with other files: an approval that was given is void.
 * Law: Order 711 art. 45. Throws: Refusal recall_needs_reason, answer_changed.
 */
export function recallAnswer(platform: Platform, staff: Staff, id: number, reason: string): Promise<void> {
  return moveRequest(platform, staff, id, 'recall_answer', async (tx, request) => {
    if (!reason) throw refuse('recall_needs_reason', { reason: '请写明撤回的原因。' })
    const answer = await latestAnswer(tx, id)
    if (!answer) throw refuse('answer_changed')
    await tx
      .updateTable('foi_answers')
      .set({ recalled_at: platform.clock.now() })
      .where('id', '=', answer.id)
      .execute()
    await saveRequest(tx, request, { status: 'handling' })
    return { kind: 'answer_recalled', on: platform.clock.today(), detail: { reason } }
  })
}
