import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url))
const migrationLock = 711_0001

/** The database that is configured does not answer, or does not let us in. */
export class DatabaseUnreachable extends Error {}

/** Host and database, never the password. */
function whyNot(url: string, error: unknown): string {
  const { host, pathname } = new URL(url)
  const { code, message } = error as { code?: string; message?: string }
  return `DATABASE_URL: no connection to ${host}${pathname}: ${[code, message].filter(Boolean).join(' ')}`
}

export type Migration = { name: string; sql: string; sha256: string }

export function migrationFiles(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(folder + name, 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Applies what is missing, forward only, one transaction a file, under an advisory lock.
 * Returns the names applied. Throws: DatabaseUnreachable; Error when an applied file was changed afterwards.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=Asia/Shanghai' })
  await client.connect().catch((error: unknown) => {
    throw new DatabaseUnreachable(whyNot(url, error))
  })
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migrations',
    )
    const applied = new Map(rows.map((row) => [row.name, row.sha256]))
    const missing = migrationFiles().filter((file) => isMissing(file, applied))
    for (const file of missing) await apply(client, file)
    return missing.map((file) => file.name)
  } finally {
    await client.end()
  }
}

function isMissing(file: Migration, applied: ReadonlyMap<string, string>): boolean {
  const sha256 = applied.get(file.name)
  if (sha256 !== undefined && sha256 !== file.sha256)
    throw new Error(`migration ${file.name} was changed after it had been applied; add a new file instead`)
  return sha256 === undefined
}

async function apply(client: pg.Client, file: Migration) {
  try {
    await client.query('begin')
    await client.query(file.sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${file.name} failed: ${(cause as Error).message}`, { cause })
  }
}
