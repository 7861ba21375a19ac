import { type AuditFact, record } from '#audit'
import { type Action, actorOf, assertCan, type Staff } from '#people'
import type { Tx } from '#platform/db'
import { refuse } from './refusals.ts'
import { approvalsOf, assertMayDecide, awaitedStep, type Decision, type ReviewStep } from './review.ts'
import { listReviewSteps } from './store.ts'

/** How an item was reviewed: who submitted it, who approved which step when. */
export type ReviewRecord = {
  submittedBy: Staff
  submittedAt: Date
  approvals: readonly { step: string; by: Staff; at: Date; comment?: string }[]
  publishedBy: Staff
}
type Reviewed = {
  articleId: number
  revisionId: number
  contentHash: string
  createdBy: number | null
  publishedAt: Date
  review?: ReviewRecord
}
const rowsPerInsert = 3000

/**
 * The chain, step by step, by the rules of a live review. Law: Order 711 art. 17.
 * Throws: Refusal not_allowed, own_submission, secrecy_same_person, approval_void (a step is missing or out of order).
 */
export function replayReview(
  steps: readonly ReviewStep[],
  { review, contentHash, createdBy }: Pick<Reviewed, 'contentHash' | 'createdBy'> & { review: ReviewRecord },
): Decision[] {
  const decisions: Decision[] = []
  for (const { step: key, by } of review.approvals) {
    const step = awaitedStep(steps, decisions, contentHash)
    if (step?.key !== key) throw refuse('approval_void')
    assertCan(by, step.action as Action)
    const given = {
      staffId: by.id,
      submittedBy: review.submittedBy.id,
      authorIds: createdBy === null ? [] : [createdBy],
    }
    assertMayDecide(step, steps, given, approvalsOf(decisions, contentHash))
    decisions.push({ step: key, decision: 'approved', contentHash, decidedBy: by.id })
  }
  if (awaitedStep(steps, decisions, contentHash)) throw refuse('approval_void')
  assertCan(review.publishedBy, 'publishing.publish')
  return decisions
}

/** Writes the decisions of many items and what each person did on the audit record. */
export async function keepReviews(tx: Tx, items: readonly Reviewed[]) {
  const steps = await listReviewSteps(tx)
  const rows = items.flatMap((item) => {
    const { review, articleId, revisionId, contentHash } = item
    if (!review) return []
    replayReview(steps, { ...item, review })
    noteReview(tx, item, review)
    const bound = { article_id: articleId, revision_id: revisionId, content_hash: contentHash }
    const submitted = {
      ...bound,
      ...{ step: 'submission', decision: 'submitted', comment: '' },
      ...{ decided_by: review.submittedBy.id, decided_at: review.submittedAt },
    }
    const approvals = review.approvals.map(({ step, by, at, comment = '' }) => ({
      ...bound,
      ...{ step, decision: 'approved', comment, decided_by: by.id, decided_at: at },
    }))
    return [submitted, ...approvals]
  })
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    await tx
      .insertInto('review_decisions')
      .values(rows.slice(from, from + rowsPerInsert))
      .execute()
}

/** The log dates an entry by when it was written; when the act itself happened is in its detail. */
function noteReview(tx: Tx, { articleId, contentHash: hash, publishedAt }: Reviewed, review: ReviewRecord) {
  const subject = { kind: 'article', id: articleId }
  const note = (by: Staff, at: Date, action: string, detail: AuditFact['detail']) =>
    record(tx, { actor: actorOf(by), action, subject, detail: { ...detail, occurredAt: at.toISOString() } })
  note(review.submittedBy, review.submittedAt, 'publishing.submit', { hash })
  for (const { step, by, at } of review.approvals)
    note(by, at, 'publishing.decide', { step, decision: 'approved', hash })
  note(review.publishedBy, publishedAt, 'publishing.publish', { hash, revision: 1 })
}
