import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import type { AcceptedWarnings } from './contract.ts'
import { showToPublic } from './projection.ts'
import { assertPublishable } from './publish.ts'
import { refuse } from './refusals.ts'
import { assertWorded, type Decision } from './review.ts'
import { getRevision } from './revision-store.ts'
import { insertDecision, listDecisions, listShownAuthors, lockArticle, saveArticle } from './store.ts'

/**
 * Publishes before the chain is complete; each warning of the check needs a word. The item stays flagged until a second
 * person confirms it; a second emergency before that adds its reason to the first.
 * Throws: Refusal not_allowed, wrong_status, precheck_failed, warnings_need_words, not_for_publication, section_closed.
 */
export function publishInEmergency(
  platform: Platform,
  staff: Staff,
  id: number,
  reason: string,
  words: AcceptedWarnings = [],
): Promise<{ contentHash: string }> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'publish_in_emergency')
    const revision = await getRevision(tx, article.headRevisionId)
    assertWorded(await assertPublishable(platform, tx, revision), new Set(words.map(({ code }) => code)))
    const at = platform.clock.now()
    await showToPublic(platform, tx, article, revision, at)
    const { contentHash } = revision
    await insertDecision(tx, {
      article_id: id,
      revision_id: revision.id,
      content_hash: contentHash,
      step: 'emergency',
      decision: 'emergency_published',
      comment: reason,
      accepted_warnings: JSON.stringify(words),
      decided_by: staff.id,
      decided_at: at,
    })
    const changes = {
      status: 'published',
      public_revision_id: revision.id,
      awaited_step: null,
      publish_at: null,
      first_published_at: article.firstPublishedAt ?? at,
    }
    const emergency = {
      emergency_reason: isUnconfirmed(article) ? `${article.emergencyReason}；${reason}` : reason,
      emergency_by: staff.id,
      emergency_confirmed_by: null,
    }
    await saveArticle(tx, article, { ...changes, ...emergency }, at)
    note(tx, staff, id, 'publishing.emergency', { hash: contentHash, reason })
    return { contentHash }
  })
}

/**
 * The second person's look at what went out, bound to the content they saw: none who published it in emergency, none
 * who wrote it. Throws: Refusal not_allowed, no_emergency, emergency_same_person, emergency_changed.
 */
export function confirmEmergency(
  platform: Platform,
  staff: Staff,
  id: number,
  { comment, contentHash }: { comment: string; contentHash: string },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.review')
    if (!isUnconfirmed(article)) throw refuse('no_emergency')
    const involved = involvedInEmergency(article, await listDecisions(tx, id), await listShownAuthors(tx, id))
    if (involved.has(staff.id)) throw refuse('emergency_same_person')
    const revision = await getRevision(tx, await shownRevision(tx, id))
    if (revision.contentHash !== contentHash) throw refuse('emergency_changed')
    const at = platform.clock.now()
    const decision = { step: 'emergency', decision: 'emergency_confirmed', comment }
    const bound = { article_id: id, revision_id: revision.id, content_hash: contentHash }
    await insertDecision(tx, { ...bound, ...decision, decided_by: staff.id, decided_at: at })
    await saveArticle(tx, article, { emergency_confirmed_by: staff.id }, at)
    note(tx, staff, id, 'publishing.confirm_emergency', { hash: contentHash })
  })
}

export const isUnconfirmed = (article: Pick<Article, 'emergencyBy' | 'emergencyConfirmedBy'>) =>
  article.emergencyBy !== null && article.emergencyConfirmedBy === null

/** Everybody who published in emergency since somebody last confirmed, and everybody who wrote what went out. */
export function involvedInEmergency(
  article: Pick<Article, 'emergencyBy'>,
  decisions: readonly Decision[],
  shownAuthors: readonly number[],
): Set<number> {
  const confirmed = decisions.findLastIndex(({ decision }) => decision === 'emergency_confirmed')
  const open = decisions.slice(confirmed + 1).filter(({ decision }) => decision === 'emergency_published')
  const first = article.emergencyBy === null ? [] : [article.emergencyBy]
  return new Set([...first, ...open.map(({ decidedBy }) => decidedBy), ...shownAuthors])
}

/** What went out, also when it was withdrawn since. */
async function shownRevision(tx: Tx, id: number): Promise<number> {
  const shown = await tx
    .selectFrom('published_articles')
    .select('revision_id')
    .where('article_id', '=', id)
    .executeTakeFirstOrThrow()
  return shown.revision_id
}

function note(tx: Tx, staff: Staff, id: number, action: string, detail: Record<string, string>) {
  record(tx, { actor: actorOf(staff), action, subject: { kind: 'article', id }, detail })
}
