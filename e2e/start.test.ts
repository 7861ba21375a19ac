import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('starts on an empty folder, refuses a second start there, and stops cleanly', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-start-'))
  const first = gongkai(['serve'], dataDir)
  expect(await first.line(/^ready (http:\S+)/)).toMatch(/^http/)
  const second = gongkai(['serve'], dataDir)
  expect(await second.ended).toBe(1)
  expect(second.stderr()).toContain('another Gongkai already serves')
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

function gongkai(args: string[], dataDir: string) {
  const child = spawn('bin/gongkai.js', args, { env: { ...process.env, DATA_DIR: dataDir, PORT: '0' } })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const line = async (pattern: RegExp) => {
    for (;;) {
      const found = out
        .split('\n')
        .map((text) => pattern.exec(text)?.[1])
        .find(Boolean)
      if (found) return found
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${err}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { process: child, ended, line, stderr: () => err }
}
