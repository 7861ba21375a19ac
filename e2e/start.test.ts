import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { startGongkai } from '../test/gongkai.ts'

it('starts on an empty folder, refuses a second start there, and stops cleanly', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-start-'))
  const first = startGongkai(['serve'], { DATA_DIR: dataDir })
  expect(await first.line(/^ready (http:\S+)/)).toMatch(/^http/)
  const second = startGongkai(['serve'], { DATA_DIR: dataDir })
  expect(await second.ended).toBe(1)
  expect(second.stderr()).toContain('another Gongkai already serves')
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

/** Processes of an embedded PostgreSQL that name this folder, or its place under /var/lib/gongkai. */
const databasesOf = (dataDir: string) =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => /postgres/.test(line) && line.includes(basename(dataDir)))

it('says in one line that its port is taken, and leaves no database behind', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-taken-'))
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  for (const role of ['serve', 'worker']) {
    const program = startGongkai([role], { DATA_DIR: dataDir, PORT: String(port) })
    expect(await program.ended).toBe(1)
    expect(program.stderr().trim().split('\n').at(-1)).toBe(
      `gongkai: 127.0.0.1:${port} is taken by another program; stop it or set PORT to a free port`,
    )
    expect(program.stderr()).not.toContain('    at ')
    expect(databasesOf(dataDir)).toEqual([])
  }
  other.close()
})

it('stops while the demonstration is being made, and leaves no database behind', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-early-'))
  const program = startGongkai(['start'], { DATA_DIR: dataDir })
  await expect.poll(() => program.stderr(), { timeout: 200_000 }).toMatch(/[1-9]\d* of \d+ items/)
  expect(databasesOf(dataDir)).not.toEqual([])
  program.process.kill('SIGINT')
  const status = await program.ended
  expect(program.stderr().trim().split('\n').at(-1)).toMatch(/^gongkai: stopped before it was ready/)
  expect(status).toBe(0)
  expect(databasesOf(dataDir)).toEqual([])
})
