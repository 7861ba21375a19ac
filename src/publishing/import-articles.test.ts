import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readRows } from '#platform/import'
import { testPlatform } from '../../test/platform.ts'
import { importArticles } from './import-articles.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const row = (title: string, more = {}) =>
  JSON.stringify({
    title,
    published_on: '2018-03-01',
    column: '工作动态',
    body: '江财〔2018〕3号各单位：　　请遵照执行。',
    ...more,
  })

it('keeps the good rows, names the bad ones by line, and imports nothing twice', async () => {
  const platform = await testPlatform()
  const lines = [
    row('甲'),
    'not json',
    row('乙', { published_on: '2018-02-30' }),
    row('甲'),
    row('丙', { published_on: '2030-01-01' }),
  ]
  const path = file('a.jsonl', lines.join('\n'))
  const report = await importArticles(platform, path)
  expect(report).toEqual({
    imported: 2,
    already: 0,
    bad: [
      { line: 2, reason: 'not a JSON object' },
      { line: 3, reason: 'published_on is not a day (YYYY-MM-DD)' },
      { line: 5, reason: 'published_on is in the future' },
    ],
  })
  expect(await importArticles(platform, path)).toMatchObject({ imported: 0, already: 2 })
  const rows = await platform.db
    .selectFrom('published_articles')
    .innerJoin('sections', 'sections.id', 'published_articles.section_id')
    .select(['title', 'document_number', 'index_number', 'published_on', 'name'])
    .orderBy('index_number')
    .execute()
  const taken = {
    title: '甲',
    document_number: '江财〔2018〕3号',
    published_on: '2018-03-01',
    name: '工作动态',
  }
  expect(rows).toEqual([
    { ...taken, index_number: '000000000/2018-00001' },
    { ...taken, index_number: '000000000/2018-00002' },
  ])
})

it('reads CSV with a byte order mark and quoted line breaks', async () => {
  const path = file('b.csv', '\uFEFFtitle,body\n"甲","一\n二"\n乙,三\n')
  const rows = []
  for await (const each of readRows(path)) rows.push(each.values)
  expect(rows).toEqual([
    { title: '甲', body: '一\n二' },
    { title: '乙', body: '三' },
  ])
})

it('says what a file must be', async () => {
  const read = async (path: string) => (await readRows(path).next()).value
  await expect(read(join(folder, 'none.csv'))).rejects.toThrow(/cannot read/)
  await expect(read(file('c.doc', ''))).rejects.toThrow(/not .jsonl, .csv or .xlsx/)
})
