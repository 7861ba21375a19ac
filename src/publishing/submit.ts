import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import { checkRevision } from './check-revision.ts'
import type { Finding } from './contract.ts'
import { wantLinks } from './links/check-links.ts'
import { hasErrors } from './pre-check.ts'
import { refuse } from './refusals.ts'
import { awaitedStep, fieldsOf } from './review.ts'
import { getRevision } from './revision-store.ts'
import { insertDecision, listReviewSteps, lockArticle, saveArticle } from './store.ts'

/**
 * Hands the head revision to the review chain. Submitting starts the chain anew. Errors of the pre-check block.
 * Law: Order 711 art. 17. Throws: Refusal not_allowed, wrong_status, precheck_failed.
 */
export function submitArticle(
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ findings: Finding[] }> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.write')
    return submitLocked(platform, tx, staff, article)
  })
}

/** The same for a caller that asked its own permission. Throws: Refusal wrong_status, precheck_failed. */
export async function submitLocked(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  article: Article,
): Promise<{ findings: Finding[] }> {
  assertMove(article, 'submit')
  const revision = await getRevision(tx, article.headRevisionId)
  const findings = await checkRevision(platform, tx, revision)
  if (hasErrors(findings))
    throw refuse('precheck_failed', fieldsOf(findings.filter((f) => f.level === 'error')))
  const first = awaitedStep(await listReviewSteps(tx), [], revision.contentHash)
  const at = platform.clock.now()
  const review = { awaited_step: first?.key ?? null, submitted_by: staff.id, submitted_at: at }
  await saveArticle(tx, article, { status: first ? 'in_review' : 'approved', ...review }, at)
  const submission = { step: 'submission', decision: 'submitted', decided_by: staff.id, decided_at: at }
  const bound = { article_id: article.id, revision_id: revision.id, content_hash: revision.contentHash }
  await insertDecision(tx, { ...bound, ...submission })
  await wantLinks(platform, tx, article.id, revision)
  const detail = { hash: revision.contentHash, warnings: findings.map((f) => f.code) }
  record(tx, {
    actor: actorOf(staff),
    action: 'publishing.submit',
    subject: { kind: 'article', id: article.id },
    detail,
  })
  return { findings }
}
