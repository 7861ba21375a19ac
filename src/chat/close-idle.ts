import { record } from '#audit'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import type { Job } from '#platform/queue'
import { readSettings } from './settings.ts'

/**
 * Ends talks in which nobody has said a word for as long as the agency set; one that waits is ended only when its page was left,
 * too. Safe to run twice. Answers how many were ended.
 */
export const closeIdle = (platform: Platform): Promise<number> =>
  platform.inTransaction(async (tx) => {
    const { idleAfter } = await readSettings(tx)
    const now = platform.clock.now()
    const before = new Date(now.getTime() - idleAfter * 60_000)
    const closed = await tx
      .updateTable('chat_talks')
      .set({
        status: 'closed',
        closed_at: now,
        closed_by: 'idle',
        outcome: sql<string>`case when first_reply_at is null then 'unanswered' else 'answered' end`,
      })
      .where('status', '<>', 'closed')
      .where('last_said_at', '<', before)
      .where((eb) => eb.or([eb('status', '=', 'talking'), eb('citizen_seen_at', '<', before)]))
      .returning('id')
      .execute()
    for (const { id } of closed)
      record(tx, {
        actor: { kind: 'system', name: 'chat.close-idle' },
        action: 'chat.close_idle',
        subject: { kind: 'talk', id },
      })
    return closed.length
  })

export const closeIdleJob: Job<never> = {
  name: 'chat.close-idle',
  schedule: '*/5 * * * *',
  run: async (platform) => void (await closeIdle(platform)),
}
