import type { Platform } from '#platform'
import { touch } from '#platform/cache'
import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import { createDb, createPool, inTransaction } from '#platform/db'
import type { Logger } from '#platform/log'
import { createQueue, type RunningQueue } from '#platform/queue'

/** Builds the platform on an open database; the server, the command line and the tests use this one. */
export function createPlatform(given: {
  config: Config
  databaseUrl: string
  clock: Clock
  log: Logger
  connections?: number
}): Platform & { queue: RunningQueue; close(): Promise<void> } {
  const db = createDb(createPool(given.databaseUrl, given.connections))
  const queue = createQueue(given.databaseUrl, given.log)
  return {
    config: given.config,
    db,
    clock: given.clock,
    log: given.log,
    files: undefined as never,
    mail: undefined as never,
    queue,
    cache: { touch },
    inTransaction: (work) => inTransaction(db, work),
    close: async () => {
      await queue.close()
      await db.destroy()
    },
  }
}
