import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-due-'))
// Its own database: the first use of the calendar fills it, and the template must stay as migrated.
const { databaseUrl } = await testPlatform()
const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: databaseUrl }
const gongkai = (...args: string[]) =>
  spawnSync(process.execPath, ['src/main.ts', 'due', ...args], { env, encoding: 'utf8' })

it('prints a due date that explains itself', () => {
  const out = execFileSync(process.execPath, ['src/main.ts', 'due', '--received', '2018-02-07'], {
    env,
    encoding: 'utf8',
  })
  expect(out).toContain('答复期限：2018-03-05')
  expect(out).toContain('2018-02-24    9  调休上班（春节）')
})

it('reads events, and takes the rules of the day of receipt unless told', () => {
  const file = join(folder, 'events.jsonl')
  writeFileSync(file, '{"kind":"extension","on":"2019-06-10","workingDays":20}\n')
  const json = JSON.parse(gongkai('--received', '2019-05-15', '--events', file, '--json').stdout)
  expect(json).toMatchObject({ rules: '711', dueOn: '2019-07-11', workingDays: 40 })
  expect(JSON.parse(gongkai('--received', '2019-05-15', '--rules', '492', '--json').stdout).dueOn).toBe(
    '2019-06-05',
  )
})

it('exits 2 on bad arguments and 1 when the law or the calendar says no', () => {
  expect(gongkai('--received', '2018-02-30').status).toBe(2)
  expect(gongkai('--received', '2018-02-07', '--rules', '1').status).toBe(2)
  expect(gongkai('--received', '2018-02-07', '--events', '/nowhere').status).toBe(2)
  const beyond = gongkai('--received', '2026-12-20')
  expect([beyond.status, beyond.stderr]).toEqual([1, expect.stringContaining('2027')])
})
