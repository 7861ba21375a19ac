import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
