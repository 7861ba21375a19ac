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
  expect(body).not.toMatch(/<script|style="/)
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
  await sql`insert into published_articles (article_id, revision_id, section_id, title, media, body_html, body_text, origin, source_name,
    document_kind, counts_as_disclosure, content_hash, published_at, published_on, updated_at)
    select article_id, id, section_id, 'x', 'text', '', '', 'own', 'x', 'general', true, 'x', now(), '2018-06-01', now()
    from revisions where article_id > ${live}`.execute(platform.db)
  const { body } = await app.inject('/sitemap.xml')
  expect(body).toContain('<sitemapindex')
  const files = [...body.matchAll(/<loc>[^<]*(\/sitemaps\/[^<]+)<\/loc>/g)].map(([, path]) => String(path))
  expect(files).toEqual(['/sitemaps/sections.xml', '/sitemaps/items-1.xml', '/sitemaps/items-2.xml'])
  const pages = await Promise.all(files.map(async (path) => (await app.inject(path)).body))
  expect(pages[0]).toContain('/sections/many-49<')
  expect(pages[1]).toMatch(new RegExp(`/articles/${live}</loc><lastmod>2018-06-01T01:30:00.000Z<`))
  expect(pages.join('').match(/\/articles\//g)?.length).toBeGreaterThan(50_000)
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
