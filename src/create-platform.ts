import type { Platform } from '#platform'
import { createPageCache } from '#platform/cache'
import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import { createDb, createPool, inTransaction } from '#platform/db'
import { fileStore, receivingFolder, storageOf } from '#platform/files'
import type { Logger } from '#platform/log'
import { createMail } from '#platform/mail'
import { createQueue, type RunningQueue } from '#platform/queue'

/** Builds the platform on an open database; the server, the command line and the tests use this one. */
export function createPlatform(given: {
  config: Config
  databaseUrl: string
  clock: Clock
  log: Logger
  connections?: number
}): Platform & { queue: RunningQueue; close(): Promise<void> } {
  const pool = createPool(given.databaseUrl, given.connections)
  const db = createDb(pool)
  const queue = createQueue(given.databaseUrl, given.log)
  const cache = createPageCache(given)
  return {
    config: given.config,
    db,
    clock: given.clock,
    log: given.log,
    files: fileStore({
      db,
      storage: storageOf(given.config),
      receivingFolder: receivingFolder(given.config),
      secretKey: given.config.secretKey,
    }),
    mail: createMail(given.config, queue),
    queue,
    cache,
    connectionUse: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    inTransaction: (work) => inTransaction(db, work),
    close: async () => {
      await cache.close()
      await queue.close()
      await db.destroy()
    },
  }
}
