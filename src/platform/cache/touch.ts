import { afterCommit, sql, type Tx } from '#platform/db'
import { everything, type PageStore } from './page-store.ts'

/** PostgreSQL channel on which the tags of changed pages travel. */
export const touchChannel = 'gongkai_touch'
/** NOTIFY carries at most 8,000 bytes; beyond it everything is dropped. */
const noticeBytes = 7_500

/** What travels: touched pages may be shown while the database is away, forgotten ones may not. */
export type Notice = { tags: string[]; forget: boolean }

/** NOTIFY inside the transaction: delivered to every node when it commits, never when it rolls back. This node does not wait for it. */
export async function sendNotice(tx: Tx, pages: PageStore, notice: Notice) {
  const whole = JSON.stringify(notice)
  const payload =
    Buffer.byteLength(whole) > noticeBytes ? JSON.stringify({ ...notice, tags: [everything] }) : whole
  await sql`select pg_notify(${touchChannel}, ${payload})`.execute(tx)
  afterCommit(tx, () => applyNotice(pages, notice))
}

export function applyNotice(pages: PageStore, { tags, forget }: Notice) {
  if (forget) pages.forget(tags)
  else pages.touch(tags)
}
