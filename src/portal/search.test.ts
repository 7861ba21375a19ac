import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { addItem, addSection } from './builders.ts'
import { excerpt, highlighted } from './highlight.ts'
import { searchTerms, tsqueryOf } from './search-terms.ts'

let platform: Platform
let app: App
let policies: number
let news: number

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  policies = await addSection(platform, 'policies', '政策文件')
  news = await addSection(platform, 'news', '工作动态')
  return () => app.close()
})

const found = async (query: string) => {
  const { body, statusCode } = await app.inject(`/search?${query}`)
  expect(statusCode).toBe(200)
  return [...body.matchAll(/<h2><a href="\/articles\/(\d+)"/g)].map(([, id]) => Number(id))
}
const q = (text: string, more = '') => `q=${encodeURIComponent(text)}${more}`

it.each([
  ['小微企业', "'~小微' & '~微企' & '~企业'"],
  ['財政資訊', "'~财政' & '~政资' & '~资讯'"],
  ['ＰＭ2.5 限', "'~pm2':* & '~5':* & '~限':*"],
  ["'; drop table & | !", "'~drop':* & '~table':*"],
])('%s is asked for as %s', (typed, expected) => {
  expect(tsqueryOf(searchTerms(typed))).toBe(expected)
})

it('a mark surrounds hits and nothing else; the excerpt begins near the first hit', () => {
  expect(String(highlighted('<b>贷款', ['贷款']))).toBe('&lt;b&gt;<mark>贷款</mark>')
  expect(excerpt(`${'前'.repeat(50)}贷款${'后'.repeat(200)}`, ['贷款'])).toMatch(/^…前{30}贷款后{88}…$/)
})

it('finds in title and text, simplified or traditional, and puts titles first', async () => {
  const text = await addItem(platform, news, { title: '会议', body_text: '讨论融资担保办法' })
  const title = await addItem(platform, policies, {
    title: '融资担保管理办法',
    document_number: '江财〔2018〕7号',
    document_kind: 'policy_document',
    published_on: '2017-05-01',
    published_at: new Date('2017-05-01T01:00:00Z'),
  })
  expect(await found(q('融资担保'))).toEqual([title, text])
  expect(await found(q('融資擔保'))).toEqual([title, text])
  expect(await found(q('融资担保', '&order=newest'))).toEqual([text, title])
  expect(await found(q('融资担保', '&section=policies'))).toEqual([title])
  expect(await found(q('融资担保', '&kind=policy_document'))).toEqual([title])
  expect(await found(q('融资担保', '&from=2018-01-01'))).toEqual([text])
  expect(await found(q('融资担保', '&to=2017-12-31&from=nonsense'))).toEqual([title])
  expect(await found(q('融'))).toEqual([title, text])
  expect(await found(q('江财〔2018〕7号'))).toEqual([title])
})

it('shows the hit, and helps when there is none', async () => {
  await addItem(platform, news, { title: '供热价格', body_text: '关于供热价格' })
  expect((await app.inject(`/search?${q('供热')}`)).body).toContain('<mark>供热</mark>价格')
  const { body } = await app.inject(`/search?${q('从来没有', '&section=none')}`)
  expect(body).toContain('没有找到含有“从来没有”的信息')
  expect(body).toContain('去掉栏目、类型和日期的限制')
  expect((await app.inject(`/search?${q('<script>')}`)).body).not.toContain('<script>')
})

it('what is withdrawn is found no more', async () => {
  const id = await addItem(platform, news, { title: '停水通告' })
  expect(await found(q('停水'))).toEqual([id])
  const { db } = platform
  await db.updateTable('published_articles').set({ state: 'gone' }).where('article_id', '=', id).execute()
  expect(await found(q('停水'))).toEqual([])
})

/** An item with files, as publishing writes them. */
async function addWithFiles(title: string, body: string, files: readonly [name: string, text: string][]) {
  const id = await addItem(platform, news, { title, body_text: body })
  const { revision_id } = await platform.db
    .selectFrom('published_articles')
    .select('revision_id')
    .where('article_id', '=', id)
    .executeTakeFirstOrThrow()
  for (const [position, [name, extracted_text]] of files.entries()) {
    const bytes = Buffer.from(`${id} ${name}`)
    const rules = { accept: ['text'], limitBytes: 1000 } as const
    const file = await platform.inTransaction((tx) => platform.files.put(tx, { name, bytes }, rules))
    const row = {
      position,
      file_id: file.id,
      name,
      media_type: 'text/plain',
      size_bytes: 9,
      role: 'attachment',
    }
    const { sha256 } = file
    await platform.db
      .insertInto('revision_attachments')
      .values({ ...row, revision_id, extracted_text, sha256 })
      .execute()
    await platform.db
      .insertInto('published_attachments')
      .values({ ...row, article_id: id })
      .execute()
  }
  await platform.db.updateTable('published_articles').set({ title }).where('article_id', '=', id).execute()
  return id
}
/** Words that are all different, so that nothing is counted twice. */
const filler = (characters: number) =>
  Array.from({ length: characters }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join(
    '',
  )

it('a file behind the longest body is found, and the hit says where; each of several files has its share', async () => {
  const long = await addWithFiles('预算草案', filler(200_000), [
    ['表1.txt', `${'附表'.repeat(50)}飞翼船补贴标准`],
  ])
  expect(await found(q('飞翼船'))).toEqual([long])
  const { body } = await app.inject(`/search?${q('飞翼船')}`)
  expect(body).toMatch(/附件“表1\.txt”含：…[^<]*<mark>飞翼船<\/mark>补贴标准/)
  const many = await addWithFiles('汇编', '', [
    ['甲.txt', filler(300_000)],
    ['乙.txt', '水翼艇检验费'],
    ['丙滑行艇.txt', ''],
  ])
  expect(await found(q('水翼艇'))).toEqual([many])
  expect((await app.inject(`/search?${q('滑行艇')}`)).body).toContain('附件“丙<mark>滑行艇</mark>.txt”')
  // What stands in the text itself is not told again.
  const both = await addWithFiles('气垫船', '气垫船', [['丁.txt', '气垫船']])
  expect(await found(q('气垫船'))).toEqual([both])
  expect((await app.inject(`/search?${q('气垫船')}`)).body).not.toContain('附件“')
})

it('says how many hits there are, and counts no further than a thousand', async () => {
  expect((await app.inject(`/search?${q('飞翼船')}`)).body).toContain('找到1条信息')
  expect((await app.inject(`/search?${q('飞翼船', '&kind=interpretation')}`)).body).not.toContain('找到1条')
  const { rows } = await sql<{ id: number }>`insert into articles (section_id) select ${news}::bigint
    from generate_series(1, 1001) returning id`.execute(platform.db)
  const ids = rows.map(({ id }) => id)
  await sql`insert into revisions (article_id, number, section_id, title, content_hash)
    select id, 1, ${news}::bigint, '磁浮', 'x' from unnest(${ids}::bigint[]) as id`.execute(platform.db)
  await sql`insert into published_articles (article_id, revision_id, section_id, counted_section_id, title, media, body_html,
    body_text, origin, source_name, document_kind, counts_as_disclosure, content_hash, published_at, published_on, updated_at)
    select article_id, id, section_id, section_id, title, 'text', '', '', 'own', 'x', 'general', true, 'x', now(), '2018-06-01', now()
    from revisions where article_id = any(${ids}::bigint[])`.execute(platform.db)
  const { body } = await app.inject(`/search?${q('磁浮')}`)
  expect(body).toContain('找到超过1000条信息')
  const next = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await app.inject(next)).body).not.toContain('条信息</p>')
})

it('pages through every hit once, titles first', async () => {
  const titled: number[] = []
  const other: number[] = []
  for (let made = 0; made < 25; made++) titled.push(await addItem(platform, news, { title: '轨道交通' }))
  for (let made = 0; made < 25; made++) other.push(await addItem(platform, news, { body_text: '轨道交通' }))
  const seen: number[] = []
  for (let path: string | undefined = `/search?${q('轨道交通')}`; path; ) {
    const { body }: { body: string } = await app.inject(path)
    seen.push(...[...body.matchAll(/<h2><a href="\/articles\/(\d+)"/g)].map(([, id]) => Number(id)))
    path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual([...titled.reverse(), ...other.reverse()])
})
