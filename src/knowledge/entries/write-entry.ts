import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { day } from '#platform/clock'
import type { Tx } from '#platform/db'
import type { EntryInput } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { statusAfter } from './entry.ts'
import { findPublicRevision, insertEntry, lockEntry, saveEntry } from './store.ts'

/** Throws: Refusal not_allowed, source_not_public, valid_until_past. */
export const writeEntry = (platform: Platform, staff: Staff, input: EntryInput): Promise<{ id: number }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'knowledge.write')
    const id = await insertEntry(tx, {
      ...(await columnsOf(platform, tx, input)),
      owner_id: staff.id,
      written_by: staff.id,
      from_corpus: input.origin?.corpus ?? null,
      from_entry: input.origin?.entry ?? null,
    })
    record(tx, { actor: actorOf(staff), action: 'knowledge.write', subject: { kind: 'knowledge_entry', id } })
    return { id }
  })

/** New words are a draft again. Throws: Refusal not_allowed, stale, entry_move, source_not_public, valid_until_past. */
export const editEntry = (
  platform: Platform,
  staff: Staff,
  id: number,
  { version, ...input }: EntryInput & { version: number },
): Promise<void> =>
  platform.inTransaction(async (tx) => {
    const entry = await lockEntry(tx, id)
    assertCan(staff, 'knowledge.write')
    if (entry.version !== version) throw refuseGenerally('stale')
    await saveEntry(tx, entry, {
      ...(await columnsOf(platform, tx, input)),
      status: statusAfter(entry.status, 'edit'),
      written_by: staff.id,
      reviewed_by: null,
      reviewed_at: null,
    })
    await platform.cache.forget(tx, ['answers', `answer:${id}`])
    record(tx, { actor: actorOf(staff), action: 'knowledge.edit', subject: { kind: 'knowledge_entry', id } })
  })

async function columnsOf({ clock }: Platform, tx: Tx, input: EntryInput) {
  if (input.validUntil && input.validUntil < clock.today())
    throw refuse('valid_until_past', { validUntil: '请改为今天或者以后' })
  if (input.sourceArticleId && !(await findPublicRevision(tx, input.sourceArticleId)))
    throw refuse('source_not_public', { sourceArticleId: '没有找到' })
  return {
    topic: input.topic,
    question: input.question,
    variants: input.variants,
    answer: input.answer,
    audience: input.audience,
    source_article_id: input.sourceArticleId,
    valid_until: input.validUntil ? day(input.validUntil) : null,
  }
}
