import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Database, Db } from './transaction.ts'

export { sql } from 'kysely'
export { reachableDataDir } from './embedded/index.ts'
export { DatabaseUnreachable, migrate } from './migrate.ts'
export { AlreadyServing, type OpenDatabase, openDatabase } from './open.ts'
export { createPool } from './pool.ts'
export { afterCommit, beforeCommit, type Database, type Db, inTransaction, type Tx } from './transaction.ts'

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
