import { beforeAll, expect, it } from 'vitest'
import type { App } from '#platform/http'
import { createApp } from '../src/app.ts'
import { testPlatform } from './platform.ts'
import { fillPublicPages, isPublicPage, wholeAgency } from './public-pages.ts'
import { routesOf } from './routes-of.ts'

const platform = await testPlatform()
let app: App
let pages: { url: string; status: number; body: string }[]

beforeAll(async () => {
  app = await createApp(platform)
  const samples = await fillPublicPages(platform)
  const routes = routesOf(app)
    .filter(({ method, path }) => method === 'GET' && isPublicPage(path))
    .map(({ path }) => path)
  const missing = routes.filter((route) => route.includes(':') && !samples[route])
  expect(missing).toEqual([])
  const urls = routes.flatMap((route) => samples[route] ?? [route])
  pages = []
  for (const url of [
    ...urls,
    ...urls.map((one) => `/zh-hant${one}`),
    '/elder/guide',
    '/zh-hant/elder/guide',
    '/no/such/page',
  ]) {
    const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } })
    pages.push({ url, status: statusCode, body })
  }
  return () => app.close()
})

const tagsOf = (body: string) =>
  Object.fromEntries([...body.matchAll(/<meta name="(\w+)" content="([^"]*)">/g)].map(([, k, v]) => [k, v]))
const own = (url: string) => url.replace(/^(?:\/zh-hant)?(?:\/elder)?(?=\/)/, '')
const site = ['SiteName', 'SiteDomain', 'SiteIDCode']
const column = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
const article = ['ArticleTitle', 'PubDate', 'ContentSource']
/** Pages whose content is one thing that somebody published. */
const content = /^\/(?:articles\/\d|letters\/\d|answers\/\d|reports\/\d{4}\/document)/

it('every page carries the three tags of the site, every column page four more, every content page three more (rules.md 3.3)', () => {
  expect(pages.length).toBeGreaterThan(80)
  const wrong = pages.flatMap(({ url, status, body }) => {
    const tags = tagsOf(body)
    const isColumn = status === 200 && own(url) !== '/'
    const wanted = [
      ...site,
      ...(isColumn ? column : []),
      ...(isColumn && content.test(own(url)) ? article : []),
    ]
    const empty = wanted.filter((name) => !tags[name]).map((name) => `${url} lacks ${name}`)
    const blank = Object.keys(tags).filter((name) => tags[name] === '')
    return [...empty, ...blank.map((name) => `${url} has ${name} without a word`)]
  })
  expect(wrong).toEqual([])
})

it('the day and minute of PubDate are written as the standard does', () => {
  for (const { url, body } of pages) {
    const { PubDate } = tagsOf(body)
    if (PubDate) expect([url, PubDate]).toEqual([url, expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)])
  }
})

it('every page of every kind has all elements of the footer (rules.md 3.4)', () => {
  const { hostName, telephone, siteIdCode, icpNumber, icpUrl, policeNumber, policeUrl, officeMarkUrl } =
    wholeAgency
  const elements = [
    ...['href="/site-map"', '/site-errors/new', `href="${officeMarkUrl}"`, siteIdCode, telephone],
    ...[
      `<a href="${icpUrl}" rel="noopener noreferrer">${icpNumber}</a>`,
      policeNumber,
      `href="${policeUrl}"`,
    ],
  ]
  const wrong = pages.flatMap(({ url, body }) => {
    const foot = body.slice(body.indexOf('<footer')).replaceAll(/="(?:\/zh-hant)?(?:\/elder)?\//g, '="/')
    const simplified = url.startsWith('/zh-hant') ? [] : [hostName, '党政机关网站标识', '我为政府网站找错']
    const script = url.startsWith('/zh-hant') ? elements.filter((one) => !/[^\x20-\x7e]/.test(one)) : elements
    return [...script, ...simplified].filter((one) => !foot.includes(one)).map((one) => `${url}: ${one}`)
  })
  expect(wrong).toEqual([])
})

it('a page names its one address and that of the other script; a form and what is not there name none', () => {
  const linksOf = (body: string) =>
    [...body.matchAll(/<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)">/g)].map(
      ([, rel, language, href]) => [language ?? rel, href],
    )
  const at = (path: string) => new URL(path, platform.config.publicUrl).href
  const of = (url: string) => pages.find((page) => page.url === url)?.body ?? ''
  const links = (path: string, canonical: string) => [
    ['canonical', at(canonical)],
    ['zh-Hans', at(path)],
    ['zh-Hant', at(`/zh-hant${path}`)],
    ['x-default', at(path)],
  ]
  expect(linksOf(of('/guide'))).toEqual(links('/guide', '/guide'))
  expect(linksOf(of('/zh-hant/guide'))).toEqual(links('/guide', '/zh-hant/guide'))
  // Large letters are the same content: search engines are led to the standard size.
  expect(linksOf(of('/elder/guide'))).toEqual(links('/guide', '/guide'))
  expect(linksOf(of('/zh-hant/elder/guide'))).toEqual(links('/guide', '/zh-hant/guide'))
  const month = '/sections/policies?year=2018&amp;month=5'
  expect(of('/sections/policies?year=2018&month=5')).toContain(`<link rel="canonical" href="${at(month)}">`)
  expect(of('/search?q=%E8%B4%B7%E6%AC%BE')).toContain(`<link rel="canonical" href="${at('/search')}">`)
  for (const url of ['/letters/new', '/requests/track', '/no/such/page', '/articles/999999'])
    expect([url, linksOf(of(url))]).toEqual([url, []])
})

it('robots.txt leads to the site map, which names every page that stands by itself', async () => {
  const { body: robots } = await app.inject('/robots.txt')
  const sitemap = /^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? ''
  const { body } = await app.inject(new URL(sitemap).pathname)
  const named = new Set(
    [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc ?? '').pathname),
  )
  const unnamed = pages.filter(
    ({ url, status, body: page }) =>
      status === 200 &&
      !/^\/(?:zh-hant|elder)|[?]/.test(url) &&
      page.includes('rel="canonical"') &&
      !named.has(url) &&
      !/^\/(?:search$|requests\/form$|reports\/\d{4}\/\w+\.)/.test(url) &&
      // A notice says why something is no longer there.
      !page.includes('已于2018-06-12撤下'),
  )
  expect(unnamed.map(({ url }) => url)).toEqual([])
  const icon = await app.inject('/favicon.ico')
  expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/x-icon'])
})
