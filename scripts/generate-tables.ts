/** Writes src/platform/db/tables.generated.ts from a freshly migrated database. `--check` only compares. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestPostgres } from '../test/postgres.ts'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const target = 'src/platform/db/tables.generated.ts'
const postgres = await startTestPostgres()
const folder = mkdtempSync(join(tmpdir(), 'gongkai-tables-'))
try {
  const out = join(folder, 'tables.ts')
  execFileSync(
    'node_modules/.bin/kysely-codegen',
    [
      ...['--dialect', 'postgres', '--url', postgres.templateUrl, '--out-file', out],
      ...['--date-parser', 'string', '--type-mapping', JSON.stringify({ int8: 'number', date: 'Day' })],
    ],
    { stdio: ['ignore', 2, 2] },
  )
  // The generator reads '#' in an import path as its own separator, so Day's import is added here.
  const text = readFileSync(out, 'utf8').replace(
    /^import type .*$/m,
    `$&\nimport type { Day } from '#platform/clock'`,
  )
  if (process.argv.includes('--check')) {
    if (text !== readFileSync(target, 'utf8')) throw new Error('table types are stale: run npm run tables')
  } else {
    const { writeFileSync } = await import('node:fs')
    writeFileSync(target, text)
  }
} finally {
  rmSync(folder, { recursive: true })
  await postgres.stop()
}
