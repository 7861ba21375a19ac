import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import { isPolicyKind } from './contract.ts'
import { refuse } from './refusals.ts'
import { lockArticle } from './store.ts'

type Link = { policyId: number; interpretationId: number }

/**
 * Links a policy document and its interpretation, both ways.
 * Law: 国办发〔2016〕80号 (interpretation with the policy). Throws: Refusal not_allowed, not_found, link_kinds.
 */
export function linkInterpretation(platform: Platform, staff: Staff, link: Link): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.write')
    await lockBoth(tx, link)
    if ((await kindOf(tx, link.interpretationId)) !== 'interpretation') throw refuse('link_kinds')
    if (!isPolicyKind(await kindOf(tx, link.policyId))) throw refuse('link_kinds')
    await tx
      .insertInto('policy_interpretations')
      .values({ policy_id: link.policyId, interpretation_id: link.interpretationId, linked_by: staff.id })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await note(platform, tx, staff, link, 'publishing.link_interpretation')
  })
}

/** Throws: Refusal not_allowed, not_found. */
export function unlinkInterpretation(platform: Platform, staff: Staff, link: Link): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.write')
    await lockBoth(tx, link)
    const { numDeletedRows } = await tx
      .deleteFrom('policy_interpretations')
      .where('policy_id', '=', link.policyId)
      .where('interpretation_id', '=', link.interpretationId)
      .executeTakeFirst()
    if (!numDeletedRows) throw refuseGenerally('not_found')
    await note(platform, tx, staff, link, 'publishing.unlink_interpretation')
  })
}

/** Lower id first, so that two people linking the same pair cannot block each other. */
async function lockBoth(tx: Tx, link: Link) {
  for (const id of [link.policyId, link.interpretationId].sort((a, b) => a - b)) await lockArticle(tx, id)
}

async function kindOf(tx: Tx, articleId: number): Promise<string> {
  const head = await tx
    .selectFrom('articles')
    .innerJoin('revisions', 'revisions.id', 'articles.head_revision_id')
    .select('revisions.document_kind')
    .where('articles.id', '=', articleId)
    .executeTakeFirstOrThrow()
  return head.document_kind
}

async function note(platform: Platform, tx: Tx, staff: Staff, link: Link, action: string) {
  const { section_id: section } = await tx
    .selectFrom('articles')
    .select('section_id')
    .where('id', '=', link.policyId)
    .executeTakeFirstOrThrow()
  // Lists mark a policy that has an interpretation.
  const lists = ['items', `section:${section}`]
  await platform.cache.touch(tx, [`article:${link.policyId}`, `article:${link.interpretationId}`, ...lists])
  const subject = { kind: 'article', id: link.policyId }
  record(tx, { actor: actorOf(staff), action, subject, detail: { interpretationId: link.interpretationId } })
}
