import { randomUUID } from 'node:crypto'
import { afterCommit, sql, type Tx } from '#platform/db'
import { everything, type PageStore } from './page-store.ts'

/** PostgreSQL channel on which the tags of changed pages travel. */
export const touchChannel = 'gongkai_touch'
/** NOTIFY carries at most 8,000 bytes; beyond it everything is dropped. */
const noticeBytes = 7_500

/** What travels: touched pages may be shown while the database is away, forgotten ones may not. A trigger's notice has no id. */
export type Notice = { tags: string[]; forget: boolean; id?: string }

/** Tells every node, this one at once and the others through NOTIFY, what a transaction changed. */
export function noticeBoard(pages: PageStore) {
  const node = randomUUID()
  let sent = 0
  /** Own notices that were applied by one of the two ways, and will come by the other and then change nothing. */
  const applied = new Set<string>()
  const apply = ({ tags, forget }: Notice) => (forget ? pages.forget(tags) : pages.touch(tags))
  const applyOnce = (notice: Notice & { id: string }) => {
    if (applied.delete(notice.id)) return
    apply(notice)
    applied.add(notice.id)
  }
  return {
    /** NOTIFY inside the transaction: delivered when it commits, never when it rolls back. */
    send: async (tx: Tx, tags: readonly string[], forget: boolean) => {
      const notice = { tags: [...tags], forget, id: `${node} ${++sent}` }
      const whole = JSON.stringify(notice)
      const payload =
        Buffer.byteLength(whole) > noticeBytes ? JSON.stringify({ ...notice, tags: [everything] }) : whole
      await sql`select pg_notify(${touchChannel}, ${payload})`.execute(tx)
      afterCommit(tx, () => applyOnce(notice))
    },
    /** From any node, our own included: the answer to a commit can be lost. */
    receive: (payload: string) => {
      const { id, ...notice } = JSON.parse(payload) as Notice
      if (id?.startsWith(node)) applyOnce({ ...notice, id })
      else apply(notice)
    },
    /** Nothing that was sent before will come back, and nothing that others sent is known. */
    beginAnew: () => {
      applied.clear()
      pages.forget([everything])
    },
  }
}
