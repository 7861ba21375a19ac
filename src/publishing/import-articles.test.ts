import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sql } from '#platform/db'
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
  expect(report).toMatchObject({
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

it('reports a row that no column can take with its line, and keeps every other', async () => {
  const platform = await testPlatform()
  const closed = { code: 'closed', name: '旧栏目', kind: 'news', status: 'retired' }
  await platform.db.insertInto('sections').values(closed).execute()
  const lines = [
    row('甲', { source_url: 'ftp://a.example/1' }),
    row('乙', { source_url: 'javascript:alert(1)' }),
    row('丙', { source_name: '长'.repeat(501) }),
    row('丁\u0000'),
    row('戊', { body: '正文\u0000' }),
    row('己', { column: '旧栏目' }),
    row('庚', { document_kind: '社论' }),
    row('辛', { title: '长'.repeat(501) }),
    row('壬', { document_date: '2018-13-01' }),
    row('癸', { source_url: null, body: null, document_number: 7 }),
  ]
  const report = await importArticles(platform, file('d.jsonl', lines.join('\n')))
  expect(report.imported).toBe(1)
  expect(report.bad).toEqual([
    { line: 1, reason: 'source_url is not an http or https address' },
    { line: 2, reason: 'source_url is not an http or https address' },
    { line: 3, reason: 'source_name is too long' },
    { line: 4, reason: 'title has a NUL character' },
    { line: 5, reason: 'body has a NUL character' },
    { line: 6, reason: 'the section “旧栏目” is retired: name an open section in column' },
    { line: 7, reason: expect.stringMatching(/^document_kind is none of general, normative_document, /) },
    { line: 8, reason: 'title is too long' },
    { line: 9, reason: 'document_date is not a day (YYYY-MM-DD)' },
  ])
})

it('a batch that the database refuses is kept row by row', async () => {
  const platform = await testPlatform()
  // A rule of the database that no rule of ours knows.
  await sql`alter table revisions add constraint no_ill_omen check (title <> '凶')`.execute(platform.db)
  const report = await importArticles(platform, file('e.jsonl', [row('甲'), row('凶'), row('乙')].join('\n')))
  expect(report).toMatchObject({
    imported: 2,
    bad: [{ line: 2, reason: expect.stringMatching(/no_ill_omen/) }],
  })
})

it('takes kind and origin from the row, else from the section; a section that is made says what it guessed', async () => {
  const platform = await testPlatform()
  const old = { code: 'old', name: '旧政策', kind: 'policies' }
  const into = { code: 'into', name: '政策', kind: 'policies', default_document_kind: 'plan' }
  const made = await platform.db.insertInto('sections').values([old, into]).returning('id').execute()
  const [from, to] = made.map(({ id }) => id)
  await platform.db
    .updateTable('sections')
    .set({ status: 'merged', merged_into_id: to as number })
    .where('id', '=', from as number)
    .execute()
  const lines = [
    row('一', { column: '国家政策文件' }),
    row('二', { column: '规范性文件', effectiveness: '现行有效', issuing_body: '江州市财政局' }),
    row('三', { column: '政策解读', interpretation_form: '图解' }),
    row('四', { column: '旧政策' }),
    row('五', { column: '国家政策文件', origin: '本机关', document_kind: 'notice' }),
    row('六'),
  ]
  const report = await importArticles(platform, file('f.jsonl', lines.join('\n')))
  expect(report).toMatchObject({
    imported: 6,
    bad: [],
    reposts: 1,
    kinds: { policy_document: 1, normative_document: 1, interpretation: 1, plan: 1, notice: 1, general: 1 },
    sectionsMade: [
      { name: '国家政策文件', kind: 'policies', documentKind: 'policy_document', origin: 'repost' },
      { name: '规范性文件', kind: 'policies', documentKind: 'normative_document', origin: 'own' },
      { name: '政策解读', kind: 'interpretations', documentKind: 'interpretation', origin: 'own' },
      { name: '工作动态', kind: 'news', documentKind: 'general', origin: 'own' },
    ],
  })
  const rows = await platform.db
    .selectFrom('published_articles')
    .select(['title', 'document_kind', 'origin', 'counts_as_disclosure', 'effectiveness'])
    .select(['interpretation_form', 'section_id'])
    .orderBy('article_id')
    .execute()
  expect(rows).toMatchObject([
    { document_kind: 'policy_document', origin: 'repost', counts_as_disclosure: false },
    { document_kind: 'normative_document', origin: 'own', effectiveness: 'in_force' },
    { document_kind: 'interpretation', interpretation_form: 'infographic', counts_as_disclosure: true },
    { document_kind: 'plan', section_id: to },
    { document_kind: 'notice', origin: 'own', counts_as_disclosure: true },
    { document_kind: 'general', origin: 'own' },
  ])
})

it('keeps the addresses of attachments as links, also one written behind another, and counts what is no address', async () => {
  const platform = await testPlatform()
  const cell = 'https://a.gov.cnhttps://b.gov.cn/%E6%96%87.doc;附件1；https://a.gov.cn/x?a=1&b=2;'
  const path = file('g.jsonl', row('甲', { attachment_urls: cell }))
  const report = await importArticles(platform, path)
  expect(report).toMatchObject({ attachmentLinks: 2, unreadableLinks: [{ line: 1, address: '附件1' }] })
  const { body_html } = await platform.db
    .selectFrom('published_articles')
    .select('body_html')
    .executeTakeFirstOrThrow()
  expect(body_html).toContain(
    '<p>附件：</p><ul><li><a href="https://b.gov.cn/%E6%96%87.doc">文.doc</a></li><li><a href="https://a.gov.cn/x?a=1&amp;b=2">x</a></li></ul>',
  )
  expect(await importArticles(platform, path)).toMatchObject({ imported: 0, already: 1, attachmentLinks: 0 })
})

it('a quote in a cell of CSV is text; one that is never closed is said', async () => {
  const path = file('h.csv', 'title,body\n"甲"乙,一\n丙"丁,二\n戊,三\n"己,四\n庚,五\n')
  const rows = []
  for await (const each of readRows(path)) rows.push(each)
  expect(rows).toEqual([
    { line: 2, values: { title: '"甲"乙', body: '一' } },
    { line: 3, values: { title: '丙"丁', body: '二' } },
    { line: 4, values: { title: '戊', body: '三' } },
    { line: 5, values: {}, problem: 'a quote is not closed; nothing from here on was read' },
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

it('holds back what no page may show, by name, counts what a person should look at, and goes on', async () => {
  const platform = await testPlatform()
  const lines = [
    row('甲', { body: '机密★10年\n正文' }),
    row('乙', { body: '<table><tr><td>1</td><td>11010519491231002X</td></tr></table>' }),
    row('丙', { body: '账号4111111111111111' }),
    row('丁', { summary: '身份证110000900101999' }),
    row('戊', { body: '请致电13800138000，开立帐户。' }),
    row('己'),
  ]
  const path = file('held.jsonl', lines.join('\n'))
  const report = await importArticles(platform, path)
  expect(report).toMatchObject({
    imported: 2,
    bad: [
      { line: 1, reason: 'held back: secrecy_mark 正文中有密级或内部标志，不得公开。' },
      { line: 2, reason: 'held back: identity_number 正文中有居民身份证号码，请删除或遮盖。' },
      { line: 3, reason: 'held back: bank_card 正文中有银行卡号，请删除或遮盖。' },
      { line: 4, reason: 'held back: identity_number 摘要中有居民身份证号码，请删除或遮盖。' },
    ],
    heldBack: { secrecy_mark: 1, identity_number: 2, bank_card: 1 },
    findings: { mobile_phone: 1, 'term:帐户': 1 },
  })
  const shown = await platform.db.selectFrom('published_articles').select('title').orderBy('title').execute()
  expect(shown.map(({ title }) => title).sort()).toEqual(['己', '戊'])
  expect(JSON.stringify(report)).not.toMatch(/11010519491231002X|4111111111111111/)
  const again = await importArticles(platform, path)
  expect(again).toMatchObject({ imported: 0, already: 2, findings: {}, heldBack: { secrecy_mark: 1 } })
})
