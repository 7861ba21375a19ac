import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { assertMove } from './article.ts'
import { showToPublic } from './projection.ts'
import { assertPublishable } from './publish.ts'
import { refuse } from './refusals.ts'
import { getRevision } from './revision-store.ts'
import { insertDecision, lockArticle, saveArticle } from './store.ts'

/**
 * Publishes before the chain is complete. The item stays flagged until a second person confirms it.
 * Throws: Refusal not_allowed, wrong_status, precheck_failed, not_for_publication.
 */
export function publishInEmergency(
  platform: Platform,
  staff: Staff,
  id: number,
  reason: string,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'publish_in_emergency')
    const revision = await getRevision(tx, article.headRevisionId)
    await assertPublishable(tx, revision)
    const at = platform.clock.now()
    await showToPublic(platform, tx, article, revision, at)
    const changes = {
      status: 'published',
      public_revision_id: revision.id,
      awaited_step: null,
      publish_at: null,
    }
    const emergency = { emergency_reason: reason, emergency_by: staff.id, emergency_confirmed_by: null }
    await saveArticle(
      tx,
      article,
      { ...changes, ...emergency, first_published_at: article.firstPublishedAt ?? at },
      at,
    )
    const detail = { hash: revision.contentHash, reason }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.emergency',
      subject: { kind: 'article', id },
      detail,
    })
  })
}

/** The second person's look at an emergency publication. Throws: Refusal not_allowed, no_emergency, emergency_same_person. */
export function confirmEmergency(
  platform: Platform,
  staff: Staff,
  id: number,
  comment: string,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.review')
    if (article.emergencyBy === null || article.emergencyConfirmedBy !== null) throw refuse('no_emergency')
    if (article.emergencyBy === staff.id) throw refuse('emergency_same_person')
    const revision = await getRevision(tx, await shownRevision(tx, id))
    const at = platform.clock.now()
    const decision = { step: 'emergency', decision: 'emergency_confirmed', comment }
    const bound = { article_id: id, revision_id: revision.id, content_hash: revision.contentHash }
    await insertDecision(tx, { ...bound, ...decision, decided_by: staff.id, decided_at: at })
    await saveArticle(tx, article, { emergency_confirmed_by: staff.id }, at)
    const detail = { hash: revision.contentHash }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.confirm_emergency',
      subject: { kind: 'article', id },
      detail,
    })
  })
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
