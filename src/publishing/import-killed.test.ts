import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { importArticles } from './import-articles.ts'

const total = 6000
const main = fileURLToPath(new URL('../main.ts', import.meta.url))

it('an import that is killed half way loses nothing it counted, and doubles nothing when it runs again', async () => {
  const platform = await testPlatform()
  const path = join(mkdtempSync(join(tmpdir(), 'gongkai-import-')), 'items.jsonl')
  const row = (nth: number) => ({
    title: `第${nth}条`,
    published_on: '2018-03-01',
    column: '工作动态',
    body: '正文',
  })
  writeFileSync(path, Array.from({ length: total }, (_, nth) => JSON.stringify(row(nth))).join('\n'))
  const env = { ...process.env, DATABASE_URL: platform.databaseUrl, DATA_DIR: platform.config.dataDir }
  const program = spawn(process.execPath, [main, 'import', 'articles', path], { env })
  program.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (/[1-9]\d{3}/.test(text)) program.kill('SIGKILL')
  })
  await once(program, 'exit')
  const count = async () =>
    Number(
      (
        await platform.db
          .selectFrom('articles')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    )
  const before = await count()
  expect(before).toBeGreaterThanOrEqual(1000)
  expect(before).toBeLessThan(total)
  expect(await importArticles(platform, path)).toMatchObject({
    imported: total - before,
    already: before,
    bad: [],
  })
  expect(await count()).toBe(total)
}, 120_000)
