import type { Tx } from '#platform/db'

export { touch, touchChannel } from './touch.ts'

/** The page cache of the public site (ADR 0009). Tags name what a page was made from: 'article:12', 'section:7', 'site'. */
export type PageCache = {
  /** Sent with NOTIFY inside the transaction, so every node drops the pages when it commits. */
  touch(tx: Tx, tags: readonly string[]): Promise<void>
}
