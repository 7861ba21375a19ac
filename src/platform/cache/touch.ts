import { sql, type Tx } from '#platform/db'

/** PostgreSQL channel on which the tags of changed pages travel. */
export const touchChannel = 'gongkai_touch'
/** NOTIFY carries at most 8,000 bytes; beyond this many tags everything is dropped. */
const tagsPerNotice = 200

/** NOTIFY inside the transaction: delivered to every node when it commits, never when it rolls back. */
export async function touch(tx: Tx, tags: readonly string[]) {
  const payload = JSON.stringify(tags.length > tagsPerNotice ? ['*'] : tags)
  await sql`select pg_notify(${touchChannel}, ${payload})`.execute(tx)
}
