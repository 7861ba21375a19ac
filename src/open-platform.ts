import { systemClock } from '#platform/clock'
import { readConfig, withSecretKey } from '#platform/config'
import { openDatabase, reachableDataDir } from '#platform/db'
import { createLog } from '#platform/log'
import { createPlatform } from './create-platform.ts'

export type OpenPlatform = ReturnType<typeof createPlatform> & {
  /** Alone, when what uses it cannot be waited for. */
  closeDatabase(): Promise<void>
}

/** Reads the environment and opens everything that a command or the server needs; `close` undoes it in order. */
export async function openPlatform(options: { serves: boolean }): Promise<OpenPlatform> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const given = readConfig(process.env)
  const dataDir = given.databaseUrl ? given.dataDir : reachableDataDir(given, say)
  const config = withSecretKey({ ...given, dataDir })
  const database = await openDatabase(config, { ...options, say })
  const platform = createPlatform({ config, databaseUrl: database.url, clock: systemClock, log: createLog() })
  return {
    ...platform,
    closeDatabase: database.close,
    close: async () => {
      await platform.close()
      await database.close()
    },
  }
}
