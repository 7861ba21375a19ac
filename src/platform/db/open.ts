import pg from 'pg'
import type { Config } from '#platform/config'
import { databasePlace, startEmbedded } from './embedded/index.ts'
import { migrate } from './migrate.ts'

export type OpenDatabase = { url: string; applied: string[]; close(): Promise<void> }

/** Every process that uses an embedded server holds this lock shared; who can take it alone turns off the light. */
const userLock = 711_0002
/** Held by the one process that serves a data folder. */
const serverLock = 711_0003

export class AlreadyServing extends Error {}

/**
 * Opens the configured database, starting the embedded server when none is configured, and migrates it.
 * Throws: AlreadyServing when `serves` and another process already serves the same embedded data folder.
 */
export async function openDatabase(
  config: Config,
  options: { serves: boolean; say: (line: string) => void },
): Promise<OpenDatabase> {
  if (config.databaseUrl) {
    const applied = await migrate(config.databaseUrl)
    return { url: config.databaseUrl, applied, close: async () => {} }
  }
  const server = await startEmbedded(databasePlace(config.dataDir, options.say))
  const presence = new pg.Client({ connectionString: server.url })
  presence.on('error', () => {})
  await presence.connect()
  await presence.query('select pg_advisory_lock_shared($1)', [userLock])
  if (options.serves && !(await tryLock(presence, serverLock))) {
    await presence.end()
    throw new AlreadyServing(`another Gongkai already serves ${config.dataDir}`)
  }
  const close = () => leave(presence, server.stop)
  const applied = await migrate(server.url).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return { url: server.url, applied, close }
}

async function leave(presence: pg.Client, stop: () => Promise<void>) {
  try {
    await presence.query('select pg_advisory_unlock_shared($1)', [userLock])
    const last = await tryLock(presence, userLock)
    await presence.end()
    if (last) await stop()
  } catch {
    // The server went away first: there is nothing left to stop.
  }
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [key])
  return rows[0]?.locked ?? false
}
