import type { Tx } from './db/index.ts'
import type { Platform } from './index.ts'

/** The platform inside a transaction: a use case that opens one of its own joins it. */
export const within = (platform: Platform, tx: Tx): Platform => ({
  ...platform,
  db: tx,
  inTransaction: (work) => work(tx),
})
