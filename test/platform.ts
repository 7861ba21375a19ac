import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { createLog, type Logger } from '#platform/log'
import { createPlatform } from '../src/create-platform.ts'
import { execute, withDatabase } from './postgres.ts'

let made = 0

/** A platform on a database of its own, cloned from the migrated template; dropped after the test file. */
export async function testPlatform(
  options: { now?: string; log?: Logger } = {},
): Promise<Platform & { databaseUrl: string }> {
  const server = inject('postgresUrl')
  const name = `test_${process.pid}_${Date.now()}_${made++}`
  await execute(server, `create database ${name} template gongkai_template`)
  const databaseUrl = withDatabase(server, name)
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-data-'))
  const config = {
    ...readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }),
    secretKey: 'test'.repeat(16),
  }
  const clock = fixedClock(options.now ?? '2018-06-15T10:00:00+08:00')
  const platform = createPlatform({
    config,
    databaseUrl,
    clock,
    log: options.log ?? createLog('silent'),
    connections: 5,
  })
  afterAll(async () => {
    await platform.close()
    await execute(server, `drop database if exists ${name} with (force)`)
  })
  return { ...platform, databaseUrl }
}
