import type { Clock } from '#platform/clock'
import type { Tx } from '#platform/db'
import type { Logger } from '#platform/log'
import { type Following, followTouches } from './follow.ts'
import { createPageStore, type PageStore } from './page-store.ts'
import { noticeBoard } from './touch.ts'

/** The page cache of the public site (ADR 0009). Tags name what a page was made from: 'article:12', 'section:7', 'site'. */
export type PageCache = {
  /** Sent with NOTIFY inside the transaction, so every node drops the pages when it commits. */
  touch(tx: Tx, tags: readonly string[]): Promise<void>
  /** The same for what must not be seen again, not even while the database is away: withdrawal. */
  forget(tx: Tx, tags: readonly string[]): Promise<void>
  pages: PageStore
  /** Pages are kept only while the touches of every node are heard. */
  isFollowing(): boolean
  /** Begins to listen and to keep pages; the server calls it when it listens itself. */
  follow(): void
  close(): Promise<void>
}

export function createPageCache(given: { databaseUrl: string; clock: Clock; log: Logger }): PageCache {
  const pages = createPageStore(() => given.clock.now().getTime())
  let following = false
  let connection: Following | undefined
  const board = noticeBoard(pages)
  return {
    touch: (tx, tags) => board.send(tx, tags, false),
    forget: (tx, tags) => board.send(tx, tags, true),
    pages,
    isFollowing: () => following,
    follow: () => {
      connection ??= followTouches(given.databaseUrl, given.log, {
        onBegin: () => {
          board.beginAnew()
          following = true
        },
        onLost: () => {
          following = false
        },
        onNotice: board.receive,
      })
    },
    close: async () => {
      following = false
      await connection?.close()
    },
  }
}
