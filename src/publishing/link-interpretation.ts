import { record } from '#audit'
import { actorOf, assertCan, can, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import type { Article } from './article.ts'
import { isPolicyKind } from './contract.ts'
import { refuse } from './refusals.ts'
import { lockArticle } from './store.ts'

type Link = { policyId: number; interpretationId: number }

/**
 * Links a policy document and its interpretation, both ways. Law: 国办发〔2016〕80号 (interpretation with the policy).
 * Throws: Refusal not_allowed, link_needs_reviewer, not_found, link_kinds.
 */
export function linkInterpretation(platform: Platform, staff: Staff, link: Link): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await assertMayLink(tx, staff, link)
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

/** Throws: Refusal not_allowed, link_needs_reviewer, not_found. */
export function unlinkInterpretation(platform: Platform, staff: Staff, link: Link): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await assertMayLink(tx, staff, link)
    const { numDeletedRows } = await tx
      .deleteFrom('policy_interpretations')
      .where('policy_id', '=', link.policyId)
      .where('interpretation_id', '=', link.interpretationId)
      .executeTakeFirst()
    if (!numDeletedRows) throw refuseGenerally('not_found')
    await note(platform, tx, staff, link, 'publishing.unlink_interpretation')
  })
}

/** Two people: a link that passes no review any more is the business of those who review or publish. */
async function assertMayLink(tx: Tx, staff: Staff, link: Link) {
  const unreviewed = await lockBoth(tx, link)
  if (can(staff, 'publishing.review') || can(staff, 'publishing.publish')) return
  assertCan(staff, 'publishing.write')
  if (!unreviewed) throw refuse('link_needs_reviewer')
}

/**
 * Whether one side is still a draft that the public does not see: its review will see the link. Lower id first, so that
 * two people linking the same pair cannot block each other.
 */
async function lockBoth(tx: Tx, link: Link): Promise<boolean> {
  const sides: Article[] = []
  for (const id of [link.policyId, link.interpretationId].sort((a, b) => a - b))
    sides.push(await lockArticle(tx, id))
  return sides.some(({ status, publicRevisionId }) => status === 'draft' && publicRevisionId === null)
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
