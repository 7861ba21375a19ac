import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { assertMove } from './article.ts'
import type { WithdrawalInput } from './contract.ts'
import { refuse } from './refusals.ts'
import { lockArticle, saveArticle } from './store.ts'
import { touchItem } from './touch-item.ts'

/**
 * Ends an item's public life in one of four typed ways; nothing is deleted, and it stays counted on its first day.
 * Throws: Refusal not_allowed, wrong_status, merge_target_invalid, merge_loop.
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
    assertMove(article, 'withdraw')
    if (input.kind === 'merged') await assertMergeTarget(tx, id, input.mergedIntoId)
    const at = platform.clock.now()
    await tx
      .updateTable('published_articles')
      .set({
        state: input.kind,
        state_text: input.reason,
        state_on: platform.clock.today(),
        merged_into_id: input.kind === 'merged' ? input.mergedIntoId : null,
        updated_at: at,
      })
      .where('article_id', '=', id)
      .execute()
    const status = input.kind === 'archived' ? 'published' : 'withdrawn'
    await saveArticle(tx, article, { status, withdraw_at: null }, at)
    await touchItem(platform, tx, id, [article.sectionId])
    const detail = { kind: input.kind, mergedIntoId: input.mergedIntoId }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.withdraw',
      subject: { kind: 'article', id },
      detail,
    })
  })
}

/** A redirect must end at a public page. Throws: Refusal merge_target_invalid, merge_loop. */
async function assertMergeTarget(tx: Tx, id: number, targetId: number | null) {
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
