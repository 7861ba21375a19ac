import { record } from '#audit'
import type { Platform } from '#platform'
import type { Job } from '#platform/queue'
import { staleLabels } from '../labels.ts'
import { listStale, lockEntry, saveEntry } from './store.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * What is stale is in use no more at once (`knowledge_in_use`); this writes it down with the reason and tells the owner by mail
 * and on the desk. Safe to run twice: a suspended entry is not stale again.
 */
export async function suspendStale(platform: Platform): Promise<number> {
  const stale = await listStale(platform.db, platform.clock.today())
  for (const { id, because } of stale)
    await platform.inTransaction(async (tx) => {
      const entry = await lockEntry(tx, id)
      if (entry.status !== 'reviewed') return
      const reason = `${staleLabels[because]}，请核对后重新送审`
      await saveEntry(tx, entry, { status: 'suspended', suspended_because: reason })
      await platform.cache.forget(tx, ['answers', `answer:${id}`])
      await tellOwner(platform, tx, entry, { subject: '口径已暂停使用', text: `已暂停使用：${reason}。` })
      const actor = { kind: 'system', name: 'knowledge' } as const
      const detail = { owner: entry.ownerId, because }
      record(tx, { actor, action: 'knowledge.suspend', subject: { kind: 'knowledge_entry', id }, detail })
    })
  return stale.length
}

export const suspendStaleJob: Job<never> = {
  name: 'knowledge.suspend-stale',
  schedule: '*/5 * * * *',
  run: async (platform) => void (await suspendStale(platform)),
}
