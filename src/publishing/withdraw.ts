import { type Actor, record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { type Article, assertMove } from './article.ts'
import { findPersonalNumbers } from './checks/personal-data.ts'
import { findSecrecyMarks } from './checks/secrecy-marks.ts'
import { checkTerms } from './checks/terms.ts'
import type { WithdrawalInput } from './contract.ts'
import { refuse } from './refusals.ts'
import { type ArticleChanges, lockArticle, saveArticle } from './store.ts'
import { touchItem } from './touch-item.ts'

/** What a withdrawal set for later leaves behind once it is done, cancelled or overtaken. */
export const noWithdrawal = {
  withdraw_at: null,
  withdraw_kind: null,
  withdraw_reason: null,
  withdraw_into_id: null,
} satisfies ArticleChanges

/**
 * Ends an item's public life in one of four typed ways; nothing is deleted, and it stays counted on its first day.
 * A correction under way ends with it. Throws: Refusal not_allowed, wrong_status, reason_not_public, merge_target_invalid, merge_loop.
 */
export function withdrawArticle(
  platform: Platform,
  staff: Staff,
  id: number,
  input: WithdrawalInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.withdraw')
    await assertReasonPublic(tx, input.reason)
    await withdrawLocked(platform, tx, article, input, actorOf(staff))
  })
}

/** The same for a due withdrawal, whose article is already locked. */
export async function withdrawLocked(
  platform: Platform,
  tx: Tx,
  article: Article,
  input: WithdrawalInput,
  actor: Actor,
) {
  const { id } = article
  assertMove(article, 'withdraw')
  if (input.kind === 'merged') await assertMergeTarget(tx, id, input.mergedIntoId)
  const at = platform.clock.now()
  const row = {
    state: input.kind,
    state_text: input.reason,
    state_on: platform.clock.today(),
    merged_into_id: input.kind === 'merged' ? input.mergedIntoId : null,
    updated_at: at,
  }
  await tx.updateTable('published_articles').set(row).where('article_id', '=', id).execute()
  const ended =
    input.kind === 'archived' ? { status: 'published' } : { status: 'withdrawn', public_revision_id: null }
  await saveArticle(tx, article, { ...ended, awaited_step: null, publish_at: null, ...noWithdrawal }, at)
  await touchItem(platform, tx, id, [article.sectionId])
  const detail = { kind: input.kind, mergedIntoId: input.mergedIntoId }
  record(tx, { actor, action: 'publishing.withdraw', subject: { kind: 'article', id }, detail })
}

/**
 * The reason stands on the public page, so it passes what a text passes: no numbers of persons, no mark of secrecy, no
 * word of the agency's list that blocks. Law: Order 711 art. 14, 15. Throws: Refusal reason_not_public.
 */
export async function assertReasonPublic(tx: Tx, reason: string) {
  const terms = await tx
    .selectFrom('checked_terms')
    .select(['term', 'suggestion', 'severity', 'reason'])
    .where('severity', '=', 'error')
    .execute()
  const texts = [{ place: '撤稿原因', text: reason }]
  const blocking = terms.map((term) => ({ ...term, severity: 'error' as const }))
  const findings = [...findSecrecyMarks(texts), ...findPersonalNumbers(texts), ...checkTerms(texts, blocking)]
  const errors = findings.filter((finding) => finding.level === 'error')
  if (errors.length) throw refuse('reason_not_public', { reason: errors.map(({ text }) => text).join('') })
}

/** A redirect must end at a public page. Throws: Refusal merge_target_invalid, merge_loop. */
export async function assertMergeTarget(tx: Tx, id: number, targetId: number | null) {
  const { rows } = await sql<{ article_id: number; state: string }>`
    with recursive chain as (
      select article_id, state, merged_into_id, 1 as hop from published_articles where article_id = ${targetId}
      union all
      select next.article_id, next.state, next.merged_into_id, hop + 1
      from chain join published_articles next on next.article_id = chain.merged_into_id
      where hop < 100
    ) select article_id, state from chain order by hop`.execute(tx)
  if (rows.some((row) => row.article_id === id)) throw refuse('merge_loop')
  const end = rows.at(-1)?.state
  if (end !== 'live' && end !== 'archived') throw refuse('merge_target_invalid')
}
