import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { afterCommit } from '#platform/db'
import { lookAgain } from '../live-index.ts'
import { refuse } from '../refusals.ts'
import { checkSecondPerson, permissionFor, statusAfter } from './entry.ts'
import { bindSources } from './source-store.ts'
import { lockEntry, saveEntry } from './store.ts'

/** A second person lets the entry be used, with its policies as they stand now. Throws: Refusal not_allowed, entry_move, own_words, valid_until_past, source_not_public. */
export const reviewEntry = (platform: Platform, staff: Staff, id: number): Promise<void> =>
  platform.inTransaction(async (tx) => {
    const entry = await lockEntry(tx, id)
    assertCan(staff, permissionFor('review'))
    const status = statusAfter(entry.status, 'review')
    checkSecondPerson(staff, entry)
    if (entry.validUntil && entry.validUntil < platform.clock.today()) throw refuse('valid_until_past')
    await bindSources(tx, id)
    const reviewed = { reviewed_by: staff.id, reviewed_at: platform.clock.now() }
    await saveEntry(tx, entry, { status, ...reviewed, suspended_because: '' })
    await platform.cache.touch(tx, ['answers', `answer:${id}`])
    afterCommit(tx, () => lookAgain(platform))
    record(tx, {
      actor: actorOf(staff),
      action: 'knowledge.review',
      subject: { kind: 'knowledge_entry', id },
    })
  })

/** Takes an entry out of use. Throws: Refusal not_allowed, entry_move. */
export const endEntry = (
  platform: Platform,
  staff: Staff,
  id: number,
  action: 'suspend' | 'retire',
  reason: string,
): Promise<void> =>
  platform.inTransaction(async (tx) => {
    const entry = await lockEntry(tx, id)
    assertCan(staff, permissionFor(action))
    const status = statusAfter(entry.status, action)
    await saveEntry(tx, entry, { status, suspended_because: reason })
    await platform.cache.forget(tx, ['answers', `answer:${id}`])
    const subject = { kind: 'knowledge_entry', id }
    record(tx, { actor: actorOf(staff), action: `knowledge.${action}`, subject })
  })
