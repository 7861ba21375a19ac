import { record } from '#audit'
import type { Platform } from '#platform'
import { addDays } from '#platform/clock'
import type { Job } from '#platform/queue'
import { lockEntry } from './store.ts'
import { tellOwner } from './tell-owner.ts'

/** Unit: calendar days. Our own choice; no rule gives a number. */
export const toldBeforeDays = 14

/** An owner hears of the last day before it comes, once for each day that is set. A missed run is made up for. Answers how many. */
export async function tellExpiring(platform: Platform): Promise<number> {
  const today = platform.clock.today()
  const due = await platform.db
    .selectFrom('knowledge_entries')
    .select('id')
    .where('status', '=', 'reviewed')
    .where('valid_until', '>=', today)
    .where('valid_until', '<=', addDays(today, toldBeforeDays))
    .where((eb) => eb('expiry_told_for', 'is distinct from', eb.ref('valid_until')))
    .orderBy('id')
    .execute()
  for (const { id } of due)
    await platform.inTransaction(async (tx) => {
      const entry = await lockEntry(tx, id)
      if (entry.status !== 'reviewed' || !entry.validUntil) return
      // No version of its own: nobody's words change.
      await tx
        .updateTable('knowledge_entries')
        .set({ expiry_told_for: entry.validUntil })
        .where('id', '=', id)
        .execute()
      const text = `的有效期到${entry.validUntil}为止，到期后不再使用。仍然适用的，请修改有效期后送审。`
      await tellOwner(platform, tx, entry, { subject: '口径即将到期', text })
      const actor = { kind: 'system', name: 'knowledge' } as const
      record(tx, { actor, action: 'knowledge.tell_expiring', subject: { kind: 'knowledge_entry', id } })
    })
  return due.length
}

export const tellExpiringJob: Job<never> = {
  name: 'knowledge.tell-expiring',
  schedule: '40 7 * * *',
  run: async (platform) => void (await tellExpiring(platform)),
}
