import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { day } from '#platform/clock'
import type { EntryInput } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { statusAfter } from './entry.ts'
import { replaceSources } from './source-store.ts'
import { insertEntry, lockEntry, saveEntry } from './store.ts'

/** Throws: Refusal not_allowed, source_not_public, valid_until_past. */
export const writeEntry = (platform: Platform, staff: Staff, input: EntryInput): Promise<{ id: number }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'knowledge.write')
    const id = await insertEntry(tx, {
      ...columnsOf(platform, input),
      owner_id: staff.id,
      written_by: staff.id,
      from_corpus: input.origin?.corpus ?? null,
      from_entry: input.origin?.entry ?? null,
    })
    await replaceSources(tx, id, input.sources)
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
      ...columnsOf(platform, input),
      status: statusAfter(entry.status, 'edit'),
      written_by: staff.id,
      reviewed_by: null,
      reviewed_at: null,
    })
    await replaceSources(tx, id, input.sources)
    await platform.cache.forget(tx, ['answers', `answer:${id}`])
    record(tx, { actor: actorOf(staff), action: 'knowledge.edit', subject: { kind: 'knowledge_entry', id } })
  })

function columnsOf({ clock }: Platform, input: EntryInput) {
  if (input.validUntil && input.validUntil < clock.today())
    throw refuse('valid_until_past', { validUntil: '请改为今天或者以后' })
  return {
    topic: input.topic,
    question: input.question,
    variants: input.variants,
    answer: input.answer,
    audience: input.audience,
    valid_until: input.validUntil ? day(input.validUntil) : null,
  }
}
