import { listPublic, topicPath } from '#knowledge'
import { countReleased, listReleasedNumbers } from '#letters'
import { listLeaders } from '#organisation'
import type { Platform } from '#platform'
import type { Db } from '#platform/db'
import { type Html, html, join, raw } from '#platform/html'
import { listYears } from '#statistics'
import { listSections } from './store.ts'

/** The protocol allows 50,000 addresses a file. Items are cut by number, so that a file's items stay in it. */
const addressesInFile = 50_000
const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const document = (element: string, entries: readonly Html[]) =>
  String(
    html`${raw(`<?xml version="1.0" encoding="UTF-8"?><${element} ${protocol}>`)}${join(entries)}${raw(`</${element}>`)}`,
  )
/** Pages that are part of the program; who sends or follows something has no page to find. */
const standing = [
  ...['/', '/disclosure', '/interaction', '/services', '/guide', '/catalogue', '/requests', '/requests/log'],
  ...['/reports', '/statistics', '/leaders', '/departments', '/functions', '/letters', '/letters/statistics'],
  ...['/answers', '/chat', '/site-errors', '/site-map', '/open-data'],
]
/** States in which an item has its text for readers. */
const readable = ['live', 'archived']
type At = (path: string) => string

const entry = (address: string, changedAt?: Date | null) =>
  html`<url><loc>${address}</loc>${changedAt ? html`<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

/** sitemap.xml after sitemaps.org/protocol: every address, or an index of files when they are too many for one. */
export async function sitemapXml(platform: Platform): Promise<string> {
  const { db, config } = platform
  const at: At = (path) => new URL(path, config.publicUrl).href
  const pages = await pageEntries(platform, at)
  const letters = await countReleased(db)
  const { count, last } = await db
    .selectFrom('published_articles')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('article_id').as('last')])
    .where('state', 'in', readable)
    .executeTakeFirstOrThrow()
  if (count + letters + pages.length <= addressesInFile) {
    const rest = [await itemEntries(db, at, 0, Number(last ?? 0)), await letterEntries(db, at)]
    return document('urlset', [...pages, ...rest.flat()])
  }
  const files = Array.from(
    { length: Math.ceil(Number(last) / addressesInFile) },
    (_, nth) => `items-${nth + 1}`,
  )
  const names = ['pages', ...(letters ? ['letters'] : []), ...files]
  return document(
    'sitemapindex',
    names.map((name) => html`<sitemap><loc>${at(`/sitemaps/${name}.xml`)}</loc></sitemap>`),
  )
}

/** One file of the index; undefined when there is none of that name. */
export async function sitemapFile(platform: Platform, name: string): Promise<string | undefined> {
  const { db, config } = platform
  const at: At = (path) => new URL(path, config.publicUrl).href
  if (name === 'pages') return document('urlset', await pageEntries(platform, at))
  if (name === 'letters') return document('urlset', await letterEntries(db, at))
  const nth = Number(/^items-(\d{1,6})$/.exec(name)?.[1])
  if (!(nth >= 1)) return undefined
  const entries = await itemEntries(db, at, (nth - 1) * addressesInFile, nth * addressesInFile)
  return entries.length ? document('urlset', entries) : undefined
}

/** Everything but items and letters: a few hundred addresses. */
async function pageEntries({ db, clock }: Platform, at: At): Promise<Html[]> {
  const [sections, leaders, answers, years] = await Promise.all([
    listSections(db),
    listLeaders(db, 'shown'),
    listPublic(db, clock.today()),
    listYears(db),
  ])
  const paths = [
    ...standing,
    ...sections.map(({ code }) => `/sections/${code}`),
    ...leaders.map(({ id }) => `/leaders/${id}`),
    ...years.flatMap((year) => [`/statistics/${year}`, `/reports/${year}`, `/reports/${year}/document`]),
  ]
  return [
    ...paths.map((path) => entry(at(path))),
    ...[...new Set(answers.map(({ topic }) => topicPath(topic)))].map((path) => entry(at(path))),
    ...answers.map(({ id, reviewed_at }) => entry(at(`/answers/${id}`), reviewed_at)),
  ]
}

/** Readable items with numbers above `after` up to `last`. */
async function itemEntries(db: Db, at: At, after: number, last: number): Promise<Html[]> {
  const rows = await db
    .selectFrom('published_articles')
    .select(['article_id', 'updated_at'])
    .where('state', 'in', readable)
    .where('article_id', '>', after)
    .where('article_id', '<=', last)
    .orderBy('article_id')
    .execute()
  return rows.map(({ article_id, updated_at }) => entry(at(`/articles/${article_id}`), updated_at))
}

/** One file holds them: a bureau has hundreds a year. Beyond it the oldest are left to the list's own links. */
async function letterEntries(db: Db, at: At): Promise<Html[]> {
  const rows = await listReleasedNumbers(db, addressesInFile)
  return rows.map(({ id, replied_at }) => entry(at(`/letters/${id}`), replied_at))
}

/** What crawlers may read, and where every address stands. A search has endless addresses; a preview is never named. */
export const robotsTxt = ({ config }: Platform): string =>
  `User-agent: *
Disallow: /console/
Disallow: /api/staff/
Disallow: /search
Disallow: /zh-hant/search
Disallow: /elder/search
Disallow: /zh-hant/elder/search

Sitemap: ${new URL('/sitemap.xml', config.publicUrl).href}
`
