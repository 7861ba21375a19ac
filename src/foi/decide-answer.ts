import type { Staff } from '#people'
import type { Platform } from '#platform'
import { type Answer, latestAnswer } from './answer-store.ts'
import { moveRequest } from './move-request.ts'
import { isRefusal } from './outcome-rules.ts'
import { refuse } from './refusals.ts'
import { assertReleaseAsDrafted } from './release/released.ts'
import { saveRequest } from './store.ts'

export type AnswerDecision = { decision: 'approved' | 'returned'; contentHash: string; reason: string }

/** A second person approves or returns the answer they read. Law: Order 711 art. 45. Throws: Refusal own_draft, answer_changed, release_changed, legal_review_missing, legal_review_objects, return_needs_reason. */
export function decideAnswer(
  platform: Platform,
  staff: Staff,
  id: number,
  given: AnswerDecision,
): Promise<void> {
  return moveRequest(platform, staff, id, 'decide_answer', async (tx, request) => {
    const answer = await latestAnswer(tx, id)
    if (!answer || answer.contentHash !== given.contentHash) throw refuse('answer_changed')
    if (answer.draftedBy === staff.id) throw refuse('own_draft')
    const approved = given.decision === 'approved'
    if (approved) assertLegallyReviewed(answer)
    if (approved) await assertReleaseAsDrafted(tx, id, answer)
    if (!approved && !given.reason) throw refuse('return_needs_reason')
    const at = platform.clock.now()
    const decided = approved ? { approved_by: staff.id, approved_at: at } : { returned_reason: given.reason }
    await tx.updateTable('foi_answers').set(decided).where('id', '=', answer.id).execute()
    await saveRequest(tx, request, { status: approved ? 'approved' : 'handling' })
    const on = platform.clock.today()
    return approved
      ? { kind: 'answer_approved', on }
      : { kind: 'answer_returned', on, detail: { reason: given.reason } }
  })
}

/** What withholds information is read by a lawyer's eye before it is approved. */
function assertLegallyReviewed({ outcome, legalVerdict }: Answer) {
  if (!isRefusal(outcome)) return
  if (legalVerdict === null) throw refuse('legal_review_missing')
  if (legalVerdict === 'objects') throw refuse('legal_review_objects')
}
