import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import { checkRevision } from './check-revision.ts'
import type { AcceptedWarnings, WithdrawalInput } from './contract.ts'
import { wantLinksBefore } from './links/check-links.ts'
import { refuse } from './refusals.ts'
import { assertWorded, wordedCodes } from './review.ts'
import { getRevision } from './revision-store.ts'
import { type ArticleChanges, listDecisions, lockArticle, saveArticle } from './store.ts'
import { assertMergeTarget, assertReasonPublic, noWithdrawal } from './withdraw.ts'
import { keepWords } from './word-warnings.ts'

export const fireDueName = 'publishing.fire-due'

/**
 * Sets or moves the minute of publication. A warning that came up since the review needs a word now: nobody is there to
 * give one when it fires. Throws: Refusal not_allowed, wrong_status, schedule_in_past, warnings_need_words, own_submission.
 */
export function schedulePublishing(
  platform: Platform,
  staff: Staff,
  id: number,
  publishAt: Date,
  words: AcceptedWarnings = [],
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'schedule')
    await assertLater(platform, tx, publishAt)
    await keepWords(platform, tx, staff, article, words)
    await assertWordedSoFar(platform, tx, article)
    await wantLinksBefore(platform, tx, id, publishAt)
    const changes = { status: 'scheduled', publish_at: publishAt }
    await save(platform, tx, staff, article, changes, 'publishing.schedule', { publishAt })
  })
}

async function assertWordedSoFar(platform: Platform, tx: Tx, article: Article) {
  const revision = await getRevision(tx, article.headRevisionId)
  const findings = await checkRevision(platform, tx, revision)
  assertWorded(findings, wordedCodes(await listDecisions(tx, article.id), revision.contentHash))
}

/** Back to "approved": its publisher decides anew. Throws: Refusal not_allowed, wrong_status. */
export function cancelSchedule(platform: Platform, staff: Staff, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'cancel_schedule')
    const changes = { status: 'approved', publish_at: null }
    await save(platform, tx, staff, article, changes, 'publishing.cancel_schedule', {})
  })
}

/**
 * Sets or moves the minute at which an item leaves the public, e.g. a notice with a last day.
 * Throws: Refusal not_allowed, wrong_status, schedule_in_past, withdrawal_before_publication, reason_not_public, merge_target_invalid, merge_loop.
 */
export function scheduleWithdrawal(
  platform: Platform,
  staff: Staff,
  id: number,
  input: WithdrawalInput & { at: Date },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.withdraw')
    assertMove(article, 'schedule_withdrawal')
    await assertLater(platform, tx, input.at)
    if (article.publishAt && input.at <= article.publishAt) throw refuse('withdrawal_before_publication')
    await assertReasonPublic(tx, input.reason)
    if (input.kind === 'merged') await assertMergeTarget(tx, id, input.mergedIntoId)
    const changes = {
      withdraw_at: input.at,
      withdraw_kind: input.kind,
      withdraw_reason: input.reason,
      withdraw_into_id: input.kind === 'merged' ? input.mergedIntoId : null,
    }
    const detail = { withdrawAt: input.at, kind: input.kind }
    await save(platform, tx, staff, article, changes, 'publishing.schedule_withdrawal', detail)
  })
}

/** Throws: Refusal not_allowed, no_withdrawal_set. */
export function cancelWithdrawal(platform: Platform, staff: Staff, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.withdraw')
    if (!article.withdrawal) throw refuse('no_withdrawal_set')
    await save(platform, tx, staff, article, noWithdrawal, 'publishing.cancel_withdrawal', {})
  })
}

/** Also wakes the job at that minute; the job of every minute is the net below. Throws: Refusal schedule_in_past. */
async function assertLater(platform: Platform, tx: Tx, at: Date) {
  if (at <= platform.clock.now()) throw refuse('schedule_in_past')
  await platform.queue.add(tx, fireDueName, {}, { startAfter: at, key: at.toISOString() })
}

async function save(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  article: Article,
  changes: ArticleChanges,
  action: string,
  detail: Record<string, string | Date>,
) {
  await saveArticle(tx, article, changes, platform.clock.now())
  const said = Object.entries(detail).map(([key, value]) => [
    key,
    value instanceof Date ? value.toISOString() : value,
  ])
  const subject = { kind: 'article', id: article.id }
  record(tx, { actor: actorOf(staff), action, subject, detail: Object.fromEntries(said) })
}
