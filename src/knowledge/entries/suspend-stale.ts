import { record } from '#audit'
import type { Platform } from '#platform'
import type { Job } from '#platform/queue'
import { listStale, lockEntry, saveEntry } from './store.ts'

const because = {
  policy: '所依据的政策已修改、撤下或者失效，请核对后重新送审',
  day: '已过有效期，请核对后重新送审',
}

/**
 * What is stale is in use no more at once (`knowledge_in_use`); this writes it down, so that the owner finds it on the desk
 * with the reason. Safe to run twice: a suspended entry is not stale again.
 */
export async function suspendStale(platform: Platform): Promise<number> {
  const today = platform.clock.today()
  const stale = await listStale(platform.db, today)
  for (const { id } of stale)
    await platform.inTransaction(async (tx) => {
      const entry = await lockEntry(tx, id)
      if (entry.status !== 'reviewed') return
      const over = entry.validUntil !== null && entry.validUntil < today
      await saveEntry(tx, entry, {
        status: 'suspended',
        suspended_because: over ? because.day : because.policy,
      })
      await platform.cache.forget(tx, ['answers', `answer:${id}`])
      const actor = { kind: 'system', name: 'knowledge' } as const
      const detail = { owner: entry.ownerId, because: over ? 'day' : 'policy' }
      record(tx, { actor, action: 'knowledge.suspend', subject: { kind: 'knowledge_entry', id }, detail })
    })
  return stale.length
}

export const suspendStaleJob: Job<never> = {
  name: 'knowledge.suspend-stale',
  schedule: '*/5 * * * *',
  run: async (platform) => void (await suspendStale(platform)),
}
