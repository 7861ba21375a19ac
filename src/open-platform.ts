import type { Platform } from '#platform'
import { systemClock } from '#platform/clock'
import { readConfig, withSecretKey } from '#platform/config'
import { createDb, createPool, inTransaction, openDatabase, reachableDataDir } from '#platform/db'
import { createLog } from '#platform/log'

export type OpenPlatform = Platform & { close(): Promise<void> }

/** Reads the environment and opens everything that a command or the server needs; `close` undoes it in order. */
export async function openPlatform(options: { serves: boolean }): Promise<OpenPlatform> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const given = readConfig(process.env)
  const dataDir = given.databaseUrl ? given.dataDir : reachableDataDir(given, say)
  const config = withSecretKey({ ...given, dataDir })
  const database = await openDatabase(config, { ...options, say })
  const db = createDb(createPool(database.url))
  return {
    config,
    db,
    clock: systemClock,
    log: createLog(),
    inTransaction: (work) => inTransaction(db, work),
    close: async () => {
      await db.destroy()
      await database.close()
    },
  }
}
