import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'
import { importLetters } from '../letters/import-letters.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-suggest-'))
const path = (name: string, rows: (object | string)[]) => {
  writeFileSync(
    join(folder, name),
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
  )
  return join(folder, name)
}

it('answers each line with up to five entries by their letter id; a bad line is named and the rest answered', async () => {
  const platform = await testPlatform()
  const times = { submitted_at: '2018-03-01T09:00:00', replied_at: '2018-03-09T15:00:00' }
  const rows = [
    { id: '77', subject: '停车', body: '小区停车收费', reply: '桂花苑小区停车收费标准已经公示。', ...times },
    { id: '78', subject: '公积金', body: '提取', reply: '公积金异地贷款请到缴存地办理提取。', ...times },
  ]
  await importLetters(platform, path('letters.jsonl', rows))
  const batch = path('questions.jsonl', [
    { id: 'q1', text: '桂花苑停车收费' },
    '{"id":',
    { id: 'q2', text: '公积金怎么提取' },
  ])
  const gongkai = commandsIn({ DATABASE_URL: platform.databaseUrl, DATA_DIR: folder })
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await gongkai('suggest', ...args)
    return {
      status,
      stderr,
      lines: stdout
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    }
  }
  const answered = await run('--batch', batch, '--corpus', 'letters')
  expect(answered.status).toBe(1)
  expect(answered.stderr).toContain('line 2')
  expect(answered.lines.map(({ id, suggestions }) => [id, suggestions[0].entry])).toEqual([
    ['q1', '77'],
    ['q2', '78'],
  ])
  expect(Object.keys(answered.lines[0].suggestions[0])).toEqual(['entry', 'score'])
  const [asked] = (await run('--corpus', 'letters', '桂花苑停车收费')).lines
  expect(asked).toMatchObject({ entry: '77', question: '停车', answer: rows[0]?.reply })
  expect((await run('--corpus', 'nothing')).status).toBe(2)
  expect((await run('--batch', join(folder, 'missing.txt'), '--corpus', 'letters')).status).toBe(1)
})
