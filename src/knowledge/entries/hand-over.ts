import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { refuse } from '../refusals.ts'
import { mayHandOver, statusAfter } from './entry.ts'
import { listOwners } from './owners.ts'
import { lockEntry, saveEntry } from './store.ts'

/** Somebody else looks after the entry from now on; its words and its review stand. Throws: Refusal not_allowed, entry_move, owner_unfit. */
export const handOver = (platform: Platform, staff: Staff, id: number, ownerId: number): Promise<void> =>
  platform.inTransaction(async (tx) => {
    const entry = await lockEntry(tx, id)
    if (!mayHandOver(staff, entry)) throw refuseGenerally('not_allowed')
    const status = statusAfter(entry.status, 'hand_over')
    if (!(await listOwners(tx)).some((owner) => owner.id === ownerId))
      throw refuse('owner_unfit', { ownerId: '请重新选择' })
    await saveEntry(tx, entry, { status, owner_id: ownerId })
    record(tx, {
      actor: actorOf(staff),
      action: 'knowledge.hand_over',
      subject: { kind: 'knowledge_entry', id },
      detail: { from: entry.ownerId, to: ownerId },
    })
  })
