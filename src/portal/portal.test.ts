import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { addItem, addSection } from './builders.ts'

let platform: Platform
let app: App
let section: number

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  const tags = { kind: 'notices', description: '通知', column_type: '通知公告' }
  section = await addSection(platform, 'notices', '通知公告', tags)
  return () => app.close()
})

const item = (changes: Record<string, unknown> = {}) => addItem(platform, section, changes)

it('an article page carries its ten tags, its facts, and no markup from a title', async () => {
  const id = await item({ index_number: '000/2018-00001' })
  const { body, statusCode } = await app.inject(`/articles/${id}`)
  expect(statusCode).toBe(200)
  for (const tag of [
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'ColumnName',
    'ColumnDescription',
    'ColumnKeywords',
    'ColumnType',
    'ArticleTitle',
    'ContentSource',
  ])
    expect(body).toContain(`<meta name="${tag}"`)
  expect(body).toContain('<meta name="PubDate" content="2018-06-01 09:30">')
  expect(body).toContain('000/2018-00001')
  expect(body).not.toContain('<b>')
  expect(body).not.toMatch(/<script(?! type="(?:application\/ld\+json"|module" src="\/assets\/))|style="/)
})

it('what is not public is 404, what is gone is 410, what was merged leads on', async () => {
  const live = await item()
  const gone = await item({ state: 'gone', state_on: '2018-06-02', state_text: '内容有误' })
  const merged = await item({ state: 'merged', merged_into_id: live })
  for (const path of ['/articles/999999', '/articles/x', '/articles/9e9', '/sections/none'])
    expect((await app.inject(path)).statusCode).toBe(404)
  const page = await app.inject(`/articles/${gone}`)
  expect([page.statusCode, page.body.includes('内容有误')]).toEqual([410, true])
  const answer = await app.inject(`/articles/${merged}`)
  expect([answer.statusCode, answer.headers.location]).toEqual([301, `/articles/${live}`])
})

it('a section pages through everything once', async () => {
  for (let made = 0; made < 45; made++) await item()
  const seen: string[] = []
  for (let path: string | undefined = '/sections/notices'; path; ) {
    const { body }: { body: string } = await app.inject(path)
    seen.push(...[...body.matchAll(/href="\/articles\/(\d+)"/g)].map(([, id]) => String(id)))
    path = /rel="next" href="([^"]+)"/.exec(body)?.[1]
  }
  const { count } = await platform.db
    .selectFrom('published_articles')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow()
  expect(seen).toHaveLength(count)
  expect(new Set(seen).size).toBe(count)
  expect((await app.inject('/sections/notices?after=nonsense')).statusCode).toBe(200)
})

it('a section tells where the reader is, goes back, and jumps to a month', async () => {
  const years = await addSection(platform, 'years', '往年')
  for (const month of ['01', '02', '03'])
    for (let made = 0; made < 15; made++)
      await addItem(platform, years, {
        title: `${Number(month)}月的信息`,
        published_at: new Date(`2017-${month}-10T02:00:00Z`),
        published_on: `2017-${month}-10`,
      })
  const page = async (path: string) => (await app.inject(path)).body
  const link = (body: string, rel: string) =>
    new RegExp(`rel="${rel}" href="([^"]+)"`).exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const first = await page('/sections/years')
  expect(first).toContain('共45条，本页为第1–20条（2017-02-10至2017-03-10）')
  const second = await page(link(first, 'next'))
  expect(second).toContain('本页为第21–40条')
  expect(await page(link(second, 'prev'))).toContain('本页为第1–20条')
  const january = await page('/sections/years?year=2017&month=1')
  expect(january).toContain('本页为第31–45条（2017-01-10）')
  expect([january.includes('2月的信息'), january.includes('1月的信息')]).toEqual([false, true])
  expect(await page('/sections/years?year=2017&month=x')).toContain('本页为第1–20条')
  expect(await page('/sections/years?year=1900')).toContain('这里还没有信息')
})

it('an item leads to its neighbours, its telephone code and its data for machines', async () => {
  const near = await addSection(platform, 'near', '相邻')
  const ids: number[] = []
  for (const name of ['甲', '乙', '丙'])
    ids.push(await addItem(platform, near, { title: `${name}</script>` }))
  const [older, middle, newer] = ids
  const { body } = await app.inject(`/articles/${middle}`)
  expect(body).toContain(`rel="prev" href="/articles/${newer}"`)
  expect(body).toContain(`rel="next" href="/articles/${older}"`)
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(body)?.[1] ?? ''
  expect(JSON.parse(block)).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: '乙</script>',
    datePublished: '2018-06-01T01:30:00.000Z',
  })
  const code = await app.inject(`/qr/articles/${middle}.svg`)
  expect([code.statusCode, code.headers['content-type']]).toEqual([200, 'image/svg+xml'])
  expect((await app.inject('/qr/articles/999999.svg')).statusCode).toBe(404)
})

it.each([
  ['in_force', '现行有效', undefined],
  ['amended', '已修改', '请以修改后的内容为准'],
  ['repealed', '已废止', '已经废止，不再执行'],
  ['expired', '已失效', '已经失效，不再执行'],
])('a document that is %s says so: %s', async (effectiveness, label, warning) => {
  const document = {
    document_kind: 'normative_document',
    effectiveness,
    document_number: '江财规〔2018〕1号',
  }
  const id = await item({
    ...document,
    issuing_body: '江州市财政局',
    index_number: `000/2018-${effectiveness}`,
  })
  const { body } = await app.inject(`/articles/${id}`)
  for (const name of ['索引号', '发文机关', '发文字号', '发布日期', '效力'])
    expect(body).toContain(`<dt>${name}</dt>`)
  expect(body).toContain(`<span class="badge ${effectiveness}">${label}</span>`)
  expect(body).toContain('"@type":"Legislation"')
  if (warning) expect(body).toContain(warning)
  else expect(body).not.toContain('不再执行')
  const list = (await app.inject('/sections/notices')).body
  expect(list.includes(`<span class="badge ${effectiveness}">`)).toBe(warning !== undefined)
})

it('what is not there helps: a search for the words of the address, the newest of its section', async () => {
  await item({ title: '通知之新' })
  const page = await app.inject({
    url: `/sections/notices/${encodeURIComponent('供热-价格')}/9`,
    headers: { accept: 'text/html' },
  })
  expect(page.statusCode).toBe(404)
  expect(page.body).toContain('value="notices 供热 价格"')
  const missing = await app.inject('/articles/999999')
  expect([missing.statusCode, missing.body.includes('通知之新')]).toEqual([404, true])
  const gone = await item({ state: 'gone', state_on: '2018-06-02', state_text: '内容有误' })
  expect((await app.inject(`/articles/${gone}`)).body).toContain('通知公告的最新信息')
})

it('sitemap.xml names the public items and no others', async () => {
  const live = await item()
  const gone = await item({ state: 'gone' })
  const { body, headers } = await app.inject('/sitemap.xml')
  expect(headers['content-type']).toContain('xml')
  expect([body.includes(`/articles/${live}<`), body.includes(`/articles/${gone}<`)]).toEqual([true, false])
})

it('more addresses than one file may hold are in files named by an index, each with its day of change', async () => {
  await platform.db
    .insertInto('sections')
    .values(
      Array.from({ length: 50 }, (_, nth) => ({ code: `many-${nth}`, name: `栏目${nth}`, kind: 'news' })),
    )
    .execute()
  const [live] = [await item()]
  await sql`insert into articles (section_id) select ${section} from generate_series(1, 50_000)`.execute(
    platform.db,
  )
  await sql`insert into revisions (article_id, number, section_id, title, content_hash)
    select id, 1, section_id, 'x', 'x' from articles where id > ${live}`.execute(platform.db)
  await sql`alter table published_articles disable trigger user`.execute(platform.db)
  await sql`insert into published_articles (article_id, revision_id, section_id, counted_section_id, title, media, body_html, body_text, origin, source_name,
    document_kind, counts_as_disclosure, content_hash, published_at, published_on, updated_at)
    select article_id, id, section_id, section_id, 'x', 'text', '', '', 'own', 'x', 'general', true, 'x', now(), '2018-06-01', now()
    from revisions where article_id > ${live}`.execute(platform.db)
  const { body } = await app.inject('/sitemap.xml')
  expect(body).toContain('<sitemapindex')
  const files = [...body.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g)].map(([, path]) => String(path))
  expect(files).toEqual(['/sitemaps/pages.xml', '/sitemaps/items-1.xml', '/sitemaps/items-2.xml'])
  const pages = await Promise.all(files.map(async (path) => (await app.inject(path)).body))
  expect(pages[0]).toContain('/sections/many-49<')
  expect(pages[1]).toMatch(new RegExp(`/articles/${live}</loc><lastmod>2018-06-01T01:30:00.000Z<`))
  expect(pages.join('').match(/\/articles\//g)?.length).toBeGreaterThan(50_000)
  for (const [coding, open] of [
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const) {
    const url = '/sitemaps/items-1.xml'
    const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': coding } })
    expect([headers['content-encoding'], headers.vary]).toEqual([coding, 'accept-encoding'])
    expect([open(rawPayload).toString() === pages[1], rawPayload.length < 500_000]).toEqual([true, true])
  }
  for (const none of ['items-0', 'items-9', 'x'])
    expect((await app.inject(`/sitemaps/${none}.xml`)).statusCode).toBe(404)
})

it('every link of the navigation bar leads somewhere', async () => {
  const { body } = await app.inject('/')
  const links = [...body.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => String(href))
  for (const link of new Set(links)) expect([link, (await app.inject(link)).statusCode]).toEqual([link, 200])
})

it('the home page, the site map and the style sheet are there, and no reader gets a cookie', async () => {
  const home = await app.inject('/')
  expect(home.body.indexOf('政务公开')).toBeLessThan(home.body.indexOf('互动交流'))
  const sheet = /href="(\/assets\/[^"]+)"/.exec(home.body)?.[1] ?? ''
  expect((await app.inject(sheet)).headers['cache-control']).toContain('immutable')
  expect((await app.inject('/site-map')).body).toContain('通知公告')
  expect(home.headers['set-cookie']).toBeUndefined()
})

it('a withdrawn item keeps its title and the reason, and nothing else that it told', async () => {
  const told = {
    ...{ subtitle: '附张三的材料', summary: '张三的摘要', keywords: '张三的关键词', author_name: '张三' },
    ...{ body_html: '<p>张三的正文</p>', cover_file_id: 77, cover_alt: '张三的照片', media: 'picture' },
  }
  const id = await item({ ...told, title: '公示' })
  const file = {
    article_id: id,
    position: 1,
    file_id: 76,
    name: '张三的附件.pdf',
    media_type: 'application/pdf',
  }
  const attached = { ...file, size_bytes: 12, role: 'attachment' }
  await platform.db.insertInto('published_attachments').values(attached).execute()
  const before = (await app.inject(`/articles/${id}`)).body
  for (const words of ['附张三的材料', '张三的摘要', '张三的关键词', '张三的附件', '/files/76', '/files/77'])
    expect(before).toContain(words)
  const end = { state: 'notice', state_text: '公示期满', state_on: '2018-07-01' as never }
  await platform.db.updateTable('published_articles').set(end).where('article_id', '=', id).execute()
  await platform.inTransaction((tx) => platform.cache.touch(tx, ['*']))
  const { body, statusCode } = await app.inject(`/articles/${id}`)
  expect(statusCode).toBe(200)
  expect(body).toMatch(/公示<[\s\S]*本信息已于2018-07-01撤下。原因：公示期满/)
  expect(body).not.toMatch(/张三|\/files\/7/)
})
