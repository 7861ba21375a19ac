import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { addItem, addSection } from './builders.ts'

let platform: Platform
let app: App
let id: number

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  const section = await addSection(platform, 'organisation', '机构设置', { shortcut_position: 1 })
  id = await addItem(platform, section, { title: '财政局内设机构', index_number: '000/2018-00009' })
  const settings = { siteName: '江州市财政局', weiboUrl: 'https://weibo.example/x', fax: '0000-0000' }
  await platform.db
    .insertInto('agency')
    .values({ settings: JSON.stringify(settings) })
    .execute()
  return () => app.close()
})

it('a section and the site have an Atom feed, and their pages say so', async () => {
  const { body, headers } = await app.inject('/sections/organisation/feed.atom')
  expect(headers['content-type']).toContain('application/atom+xml')
  expect(body).toContain('财政局内设机构')
  expect(body).toContain(`/articles/${id}`)
  // RFC 4287 4.1.1: a feed has an author.
  expect(body).toContain('<author>')
  expect((await app.inject('/feed.atom')).body).toContain(`/articles/${id}`)
  expect((await app.inject('/sections/none/feed.atom')).statusCode).toBe(404)
  expect((await app.inject('/sections/organisation')).body).toContain(
    'type="application/atom+xml" title="机构设置 - 江州市财政局" href="/sections/organisation/feed.atom"',
  )
})

it('home shows the shortcuts and a QR code only of a channel that has an address', async () => {
  const { body } = await app.inject('/')
  expect(body).toMatch(/<li><a href="\/sections\/organisation"><svg [^\n]*<\/svg>机构设置<\/a><\/li>/)
  expect([body.includes('/qr/weibo.svg'), body.includes('/qr/wechat.svg')]).toEqual([true, false])
  const image = await app.inject('/qr/weibo.svg')
  expect(image.headers['content-type']).toContain('image/svg+xml')
  expect(image.headers['cache-control']).toContain('max-age')
  expect((await app.inject('/qr/wechat.svg')).statusCode).toBe(404)
})

it('guide names the office, catalogue lists index numbers', async () => {
  expect((await app.inject('/guide')).body).toContain('0000-0000')
  expect((await app.inject('/catalogue')).body).toContain('000/2018-00009')
  expect((await app.inject('/catalogue?section=organisation')).body).toContain('000/2018-00009')
  expect((await app.inject('/catalogue?section=none&after=nonsense')).statusCode).toBe(200)
})

it('the guide tells the remedies of the day: review first since 2024', async () => {
  const { body } = await app.inject('/guide')
  expect(body.includes('应当先申请行政复议')).toBe(platform.clock.today() >= '2024-01-01')
  expect(body).toContain('六十日内依法申请行政复议')
  expect(body).toContain('六个月内向人民法院提起行政诉讼')
})

it('a section that only gathers others shows the newest of each; one without anything says so', async () => {
  const above = await addSection(platform, 'law', '政策法规·解读', { kind: 'policies' })
  const part = await addSection(platform, 'rules', '规范性文件', { kind: 'policies', parent_id: above })
  await addItem(platform, part, { title: '贷款贴息办法' })
  await addSection(platform, 'nothing', '还没有')
  const { body } = await app.inject('/sections/law')
  expect(body).toContain('贷款贴息办法')
  expect(body).toContain('<h2>规范性文件</h2><a href="/sections/rules">')
  expect(body).not.toContain('class="empty"')
  expect((await app.inject('/sections/nothing')).body).toContain('class="empty"')
})

it('what lies two sections below a gathering one is in its page, feed, catalogue and open data', async () => {
  const top = await addSection(platform, 'top', '最上', { kind: 'policies' })
  const middle = await addSection(platform, 'middle', '中间', { kind: 'policies', parent_id: top })
  const low = await addSection(platform, 'low', '最下', { kind: 'policies', parent_id: middle })
  const deep = await addItem(platform, low, { title: '担保费补助办法', index_number: '000/2018-00077' })
  for (const code of ['top', 'middle', 'low']) {
    const answers = await Promise.all(
      [
        `/sections/${code}`,
        `/sections/${code}/feed.atom`,
        `/catalogue?section=${code}`,
        `/api/articles?section=${code}`,
        `/search?q=${encodeURIComponent('担保费')}&section=${code}`,
        `/api/search?q=${encodeURIComponent('担保费')}&section=${code}`,
      ].map(async (url) => ({
        url,
        body: (await app.inject({ url, headers: { accept: 'text/html' } })).body,
      })),
    )
    for (const { url, body } of answers)
      expect([url, body.includes(`/articles/${deep}`)]).toEqual([url, true])
  }
  expect((await app.inject('/api/articles?section=none')).json().items).toEqual([])
})

it('every page exists in large letters, in both scripts, with links that stay there, ways back, and no cookie', async () => {
  const { body, statusCode, headers } = await app.inject(`/elder/articles/${id}`)
  expect([statusCode, headers['set-cookie'], body.includes('<html lang="zh-CN" class="elder"')]).toEqual([
    200,
    undefined,
    true,
  ])
  expect(body).toContain('href="/elder/sections/organisation"')
  expect(body).toContain('action="/elder/search"')
  expect(body).toContain(`href="/zh-hant/elder/articles/${id}">繁體</a>`)
  expect(body).toContain(`href="/articles/${id}">标准版</a>`)
  expect(body).toMatch(/<link rel="stylesheet" href="\/assets\/site/)
  const both = (await app.inject(`/zh-hant/elder/articles/${id}`)).body
  expect(both).toContain('<html lang="zh-Hant" class="elder"')
  expect(both).toContain('href="/zh-hant/elder/sections/organisation"')
  expect(both).toContain(`href="/elder/articles/${id}">简体</a>`)
  expect(both).toContain(`href="/zh-hant/articles/${id}">標準版</a>`)
  const plain = await app.inject({ url: `/articles/${id}`, headers: { cookie: 'elder=1' } })
  expect(plain.body).not.toContain('class="elder"')
  expect(plain.body).toContain(`href="/elder/articles/${id}">长辈版</a>`)
  for (const home of ['/elder', '/elder/', '/zh-hant/elder', '/zh-hant/elder/?from=1'])
    expect((await app.inject(home)).statusCode).toBe(200)
})

it('every page exists in traditional characters, with links that stay there and a way back', async () => {
  const { body, statusCode } = await app.inject(`/zh-hant/articles/${id}`)
  expect([statusCode, body.includes('<html lang="zh-Hant"'), body.includes('財政局內設機構')]).toEqual([
    200,
    true,
    true,
  ])
  expect(body).toContain('href="/zh-hant/sections/organisation"')
  expect(body).toContain('action="/zh-hant/search"')
  expect(body).toContain(`<a class="script" hreflang="zh-Hans" href="/articles/${id}">简体</a>`)
  expect(body).toMatch(/href="\/assets\/site/)
  expect((await app.inject(`/articles/${id}`)).body).toContain(`href="/zh-hant/articles/${id}"`)
  for (const home of ['/zh-hant', '/zh-hant/']) expect((await app.inject(home)).statusCode).toBe(200)
})

it.each([
  '/zh-hant/articles/999',
  '/zh-hant/api/staff/me',
  '/zh-hant/zh-hant/',
  '/zh-hant/files/1',
  '/elder/api/staff/me',
  '/elder/zh-hant/',
  '/%65lder/guide',
  '/elderly',
  '/nothing',
])('%s is not there, and the page helps', async (path) => {
  const { body, statusCode } = await app.inject({ url: path, headers: { accept: 'text/html' } })
  expect(statusCode).toBe(404)
  expect(body).toMatch(/网站地图|網站地圖/)
})
