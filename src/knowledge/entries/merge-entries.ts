import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { refuse } from '../refusals.ts'
import { permissionFor, statusAfter } from './entry.ts'
import { type Entry, lockEntry, saveEntry } from './store.ts'

const mostVariants = 20

/**
 * Two entries say the same: one retires into the other, which learns its ways to ask and keeps its own words and readers. New ways
 * to ask are new words: the other is a draft again until somebody else has read them.
 * Throws: Refusal not_allowed, entry_move, merged_into_itself, merged_into_unused.
 */
export const mergeEntry = (platform: Platform, staff: Staff, id: number, intoId: number): Promise<void> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, permissionFor('retire'))
    if (id === intoId) throw refuse('merged_into_itself')
    // Locked in the order of their ids, so that two merges cannot wait for each other.
    const first = await lockEntry(tx, Math.min(id, intoId))
    const second = await lockEntry(tx, Math.max(id, intoId))
    const [entry, into] = first.id === id ? [first, second] : [second, first]
    const status = statusAfter(entry.status, 'retire')
    if (into.status !== 'reviewed') throw refuse('merged_into_unused')
    const variants = [...new Set([...into.variants, entry.question, ...entry.variants])]
      .filter((variant) => variant !== into.question)
      .slice(0, mostVariants)
    await saveEntry(tx, entry, { status, merged_into_id: intoId, suspended_because: '与其他条目合并' })
    await saveEntry(tx, into, {
      solved: into.solved + entry.solved,
      ...(variants.length > into.variants.length ? newWords(staff, variants, into) : {}),
    })
    await platform.cache.forget(tx, ['answers', `answer:${id}`, `answer:${intoId}`])
    record(tx, {
      actor: actorOf(staff),
      action: 'knowledge.merge',
      subject: { kind: 'knowledge_entry', id },
      detail: { into: intoId },
    })
  })

const newWords = (staff: Staff, variants: string[], into: Entry) => ({
  variants,
  status: statusAfter(into.status, 'edit'),
  written_by: staff.id,
  reviewed_by: null,
  reviewed_at: null,
})
