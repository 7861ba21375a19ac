/** format, lint, types, table types, unit tests, documentation links; `--browser` adds the journeys in a real browser. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const bin = (name: string) => join('node_modules', '.bin', name)
const withBrowser = process.argv.includes('--browser')
const totals = { passed: 0, failed: 0, skipped: 0 }
const begunAt = Date.now()

step('format and lint', bin('biome'), ['ci', '.'])
step('types', bin('tsc'), ['-p', 'tsconfig.json'])
step('types of the browser code', bin('tsc'), ['-p', 'tsconfig.browser.json'])
step('table types are those of the migrations', process.execPath, ['scripts/generate-tables.ts', '--check'])
tests('tests', 'vitest.config.ts')
if (withBrowser) {
  step('build', process.execPath, ['scripts/build-browser.ts', '--if-stale'])
  tests('browser journeys', 'vitest.e2e.config.ts')
}
closing()

function step(name: string, command: string, args: string[]) {
  const startedAt = Date.now()
  process.stdout.write(`— ${name}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  process.stdout.write(
    `  ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`,
  )
  if (status !== 0) {
    totals.failed += 1
    closing()
  }
}

function tests(name: string, config: string) {
  const report = join(tmpdir(), `gongkai-${process.pid}-${config}.json`)
  const startedAt = Date.now()
  process.stdout.write(`— ${name}\n`)
  const { status } = spawnSync(
    bin('vitest'),
    ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { stdio: 'inherit' },
  )
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  totals.passed += numPassedTests
  totals.failed += numFailedTests + (status !== 0 && numFailedTests === 0 ? 1 : 0)
  totals.skipped += numPendingTests
  process.stdout.write(`  ${name}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
  if (status !== 0) closing()
}

function closing(): never {
  const seconds = ((Date.now() - begunAt) / 1000).toFixed(1)
  process.stdout.write(
    `\nin ${seconds} s\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`,
  )
  process.exit(totals.failed === 0 ? 0 : 1)
}
