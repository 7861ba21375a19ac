import { type Actor, record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import { checkRevision } from './check-revision.ts'
import type { AcceptedWarnings, Finding } from './contract.ts'
import { holdOpenSection } from './open-section.ts'
import { hasErrors } from './pre-check.ts'
import { showToPublic } from './projection.ts'
import { refuse } from './refusals.ts'
import { assertWorded, awaitedStep, fieldsOf, wordedCodes } from './review.ts'
import type { Revision } from './revision.ts'
import { getRevision } from './revision-store.ts'
import { listDecisions, listReviewSteps, lockArticle, saveArticle } from './store.ts'
import { keepWords } from './word-warnings.ts'

/**
 * Puts the approved head revision before the public: page, delivery, index number, all in one transaction. A warning
 * that came up since the review needs a word of the publisher.
 * Throws: Refusal not_allowed, wrong_status, approval_void, precheck_failed, warnings_need_words, own_submission, not_for_publication, section_closed.
 */
export function publishArticle(
  platform: Platform,
  staff: Staff,
  id: number,
  words: AcceptedWarnings = [],
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'publish')
    await keepWords(platform, tx, staff, article, words)
    await publishLocked(platform, tx, article, actorOf(staff))
  })
}

/** The same for a due schedule, whose article is already locked. */
export async function publishLocked(platform: Platform, tx: Tx, article: Article, actor: Actor) {
  const revision = await getRevision(tx, article.headRevisionId)
  const decisions = await listDecisions(tx, article.id)
  if (awaitedStep(await listReviewSteps(tx), decisions, revision.contentHash)) throw refuse('approval_void')
  const findings = await assertPublishable(platform, tx, revision)
  assertWorded(findings, wordedCodes(decisions, revision.contentHash))
  const at = platform.clock.now()
  await showToPublic(platform, tx, article, revision, at)
  const changes = {
    status: 'published',
    public_revision_id: revision.id,
    awaited_step: null,
    publish_at: null,
  }
  await saveArticle(tx, article, { ...changes, first_published_at: article.firstPublishedAt ?? at }, at)
  const detail = { hash: revision.contentHash, revision: revision.number }
  record(tx, { actor, action: 'publishing.publish', subject: { kind: 'article', id: article.id }, detail })
}

/**
 * Answers what the check saw besides errors. Law: Order 711 art. 13 (what is disclosed on own initiative).
 * Throws: Refusal not_for_publication, section_closed, precheck_failed.
 */
export async function assertPublishable(platform: Platform, tx: Tx, revision: Revision): Promise<Finding[]> {
  if (revision.openness !== 'proactive') throw refuse('not_for_publication')
  await holdOpenSection(tx, revision.sectionId)
  const findings = await checkRevision(platform, tx, revision)
  if (hasErrors(findings))
    throw refuse('precheck_failed', fieldsOf(findings.filter((f) => f.level === 'error')))
  return findings
}
