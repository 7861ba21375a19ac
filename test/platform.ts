import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { createDb, createPool, inTransaction } from '#platform/db'
import { createLog } from '#platform/log'
import { execute, withDatabase } from './postgres.ts'

let made = 0

/** A platform on a database of its own, cloned from the migrated template; dropped after the test file. */
export async function testPlatform(
  options: { now?: string } = {},
): Promise<Platform & { databaseUrl: string }> {
  const server = inject('postgresUrl')
  const name = `test_${process.pid}_${Date.now()}_${made++}`
  await execute(server, `create database ${name} template gongkai_template`)
  const databaseUrl = withDatabase(server, name)
  const db = createDb(createPool(databaseUrl, 5))
  afterAll(async () => {
    await db.destroy()
    await execute(server, `drop database if exists ${name} with (force)`)
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-data-'))
  const config = {
    ...readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }),
    secretKey: 'test'.repeat(16),
  }
  return {
    databaseUrl,
    config,
    db,
    clock: fixedClock(options.now ?? '2018-06-15T10:00:00+08:00'),
    log: createLog('silent'),
    inTransaction: (work) => inTransaction(db, work),
  }
}
