import type { Staff } from '#people'
import type { Platform } from '#platform'
import { latestAnswer } from './answer-store.ts'
import type { LegalReviewInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'

/** 合法性审核 by somebody else than the drafter; it binds to the text that was read. Throws: Refusal answer_changed, own_draft, legal_opinion_missing. */
export function reviewLaw(
  platform: Platform,
  staff: Staff,
  id: number,
  { verdict, contentHash, opinion }: LegalReviewInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'review_law', async (tx) => {
    const answer = await latestAnswer(tx, id)
    if (!answer || answer.contentHash !== contentHash) throw refuse('answer_changed')
    if (answer.draftedBy === staff.id) throw refuse('own_draft')
    if (verdict === 'objects' && !opinion)
      throw refuse('legal_opinion_missing', { opinion: '请写明审核意见。' })
    await tx
      .updateTable('foi_answers')
      .set({
        legal_verdict: verdict,
        legal_opinion: opinion,
        legal_reviewed_by: staff.id,
        legal_reviewed_at: platform.clock.now(),
      })
      .where('id', '=', answer.id)
      .execute()
    return { kind: 'law_reviewed', on: platform.clock.today(), detail: { verdict, reason: opinion } }
  })
}
