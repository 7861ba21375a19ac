import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { isPolicyKind } from './contract.ts'
import { refuse } from './refusals.ts'
import { getRevision } from './revision-store.ts'
import { lockArticle } from './store.ts'

/**
 * Links a policy document and its interpretation, both ways.
 * Law: 国办发〔2016〕80号 (interpretation with the policy). Throws: Refusal not_allowed, link_kinds.
 */
export function linkInterpretation(
  platform: Platform,
  staff: Staff,
  link: { policyId: number; interpretationId: number },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.write')
    // Lower id first, so that two people linking the same pair cannot block each other.
    const ids = [link.policyId, link.interpretationId].sort((a, b) => a - b)
    for (const id of ids) await lockArticle(tx, id)
    const kindOf = async (id: number) => {
      const article = await tx
        .selectFrom('articles')
        .select('head_revision_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return (await getRevision(tx, article.head_revision_id)).documentKind
    }
    if ((await kindOf(link.interpretationId)) !== 'interpretation') throw refuse('link_kinds')
    if (!isPolicyKind(await kindOf(link.policyId))) throw refuse('link_kinds')
    await tx
      .insertInto('policy_interpretations')
      .values({ policy_id: link.policyId, interpretation_id: link.interpretationId, linked_by: staff.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await platform.cache.touch(
      tx,
      ids.map((id) => `article:${id}`),
    )
    const subject = { kind: 'article', id: link.policyId }
    const detail = { interpretationId: link.interpretationId }
    record(tx, { actor: actorOf(staff), action: 'publishing.link_interpretation', subject, detail })
  })
}
