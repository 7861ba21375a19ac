import { record } from '#audit'
import { type Action, actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import { checkRevision } from './check-revision.ts'
import type { DecisionInput } from './contract.ts'
import { refuse } from './refusals.ts'
import { approvalsOf, assertDecisionWorded, assertMayDecide, awaitedStep } from './review.ts'
import type { Revision } from './revision.ts'
import { getRevision } from './revision-store.ts'
import {
  insertDecision,
  listAuthors,
  listDecisions,
  listReviewSteps,
  lockArticle,
  saveArticle,
} from './store.ts'

/**
 * One person's decision on the awaited step, bound to the content they saw.
 * Law: Order 711 art. 17. Throws: Refusal wrong_status, not_allowed, approval_void, own_submission, secrecy_same_person, return_needs_comment, warnings_need_words.
 */
export function decideStep(
  platform: Platform,
  staff: Staff,
  id: number,
  input: DecisionInput & { contentHash: string },
): Promise<{ awaited: string | null }> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertMove(article, 'decide')
    const revision = await getRevision(tx, article.headRevisionId)
    if (revision.contentHash !== input.contentHash) throw refuse('approval_void')
    const step = await assertDecider(tx, staff, article, revision)
    assertDecisionWorded(input, await checkRevision(platform, tx, revision))
    const at = platform.clock.now()
    await insertDecision(tx, {
      article_id: id,
      revision_id: revision.id,
      content_hash: revision.contentHash,
      step: step.key,
      decision: input.decision,
      comment: input.comment,
      accepted_warnings: JSON.stringify(input.acceptedWarnings),
      decided_by: staff.id,
      decided_at: at,
    })
    const awaited = await moveOn(tx, article, revision, input.decision, at)
    const detail = { step: step.key, decision: input.decision, hash: revision.contentHash }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.decide',
      subject: { kind: 'article', id },
      detail,
    })
    return { awaited }
  })
}

async function assertDecider(tx: Tx, staff: Staff, article: Article, revision: Revision) {
  const steps = await listReviewSteps(tx)
  const step = steps.find((known) => known.key === article.awaitedStep)
  if (!step) throw refuse('wrong_status')
  assertCan(staff, step.action as Action)
  const approvals = approvalsOf(await listDecisions(tx, article.id), revision.contentHash)
  const authorIds = await listAuthors(tx, article)
  const given = { staffId: staff.id, submittedBy: article.submittedBy, authorIds }
  assertMayDecide(step, steps, given, approvals)
  return step
}

async function moveOn(tx: Tx, article: Article, revision: Revision, decision: string, at: Date) {
  if (decision === 'returned') {
    await saveArticle(tx, article, { status: 'draft', awaited_step: null }, at)
    return null
  }
  const next = awaitedStep(
    await listReviewSteps(tx),
    await listDecisions(tx, article.id),
    revision.contentHash,
  )
  await saveArticle(
    tx,
    article,
    { status: next ? 'in_review' : 'approved', awaited_step: next?.key ?? null },
    at,
  )
  return next?.key ?? null
}
