import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '#platform/config'
import { migrate, reachableDataDir } from '#platform/db'
import { databasePlace, startEmbedded } from '../src/platform/db/embedded/index.ts'

/** Two workers, each with the platforms of the files that it ran so far. */
const connections = 400

export type TestPostgres = { url: string; templateUrl: string; stop(): Promise<void> }

/** A throw-away server with one migrated database, `gongkai_template`, from which tests clone theirs. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const dataDir = reachableDataDir(readConfig({ DATA_DIR: folder }), () => {})
  const server = await startEmbedded(
    databasePlace(dataDir, () => {}),
    connections,
  )
  // Thrown away afterwards: it need not outlive the machine. A killed program loses nothing by it; that is what is tested.
  for (const setting of ['fsync', 'full_page_writes'])
    await execute(server.url, `alter system set ${setting} = off`)
  await execute(server.url, 'select pg_reload_conf()')
  await execute(server.url, 'create database gongkai_template')
  const templateUrl = withDatabase(server.url, 'gongkai_template')
  await migrate(templateUrl)
  // Administrators begin with a second factor; whoever tests something else signs in with a password.
  await execute(templateUrl, "update sign_in_rules set second_factor_roles = '{}'")
  return {
    url: server.url,
    templateUrl,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

export async function execute(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
