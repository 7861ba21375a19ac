import type { Platform } from '#platform'
import type { Db } from '#platform/db'
import { type Html, html, join, raw } from '#platform/html'
import { listSections } from './store.ts'

/** The protocol allows 50,000 addresses a file. Items are cut by number, so that a file's items stay in it. */
const addressesInFile = 50_000
const protocol = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const document = (element: string, entries: readonly Html[]) =>
  String(
    html`${raw(`<?xml version="1.0" encoding="UTF-8"?><${element} ${protocol}>`)}${join(entries)}${raw(`</${element}>`)}`,
  )

/** sitemap.xml after sitemaps.org/protocol: every address, or an index of files when they are too many for one. */
export async function sitemapXml(platform: Platform): Promise<string> {
  const { db, config } = platform
  const sections = await listSections(db)
  const { count, last } = await db
    .selectFrom('published_articles')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('article_id').as('last')])
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow()
  const at = (path: string) => new URL(path, config.publicUrl).href
  const fixed = [
    html`<url><loc>${at('/')}</loc></url>`,
    ...sections.map((section) => html`<url><loc>${at(`/sections/${section.code}`)}</loc></url>`),
  ]
  if (count + fixed.length <= addressesInFile)
    return document('urlset', [...fixed, ...(await itemEntries(db, at, 0, Number(last ?? 0)))])
  const files = Array.from(
    { length: Math.ceil(Number(last) / addressesInFile) },
    (_, nth) => `items-${nth + 1}`,
  )
  const names = ['sections', ...files]
  return document(
    'sitemapindex',
    names.map((name) => html`<sitemap><loc>${at(`/sitemaps/${name}.xml`)}</loc></sitemap>`),
  )
}

/** One file of the index; undefined when there is none of that name. */
export async function sitemapFile({ db, config }: Platform, name: string): Promise<string | undefined> {
  const at = (path: string) => new URL(path, config.publicUrl).href
  if (name === 'sections') {
    const sections = (await listSections(db)).map(({ code }) => `/sections/${code}`)
    return document(
      'urlset',
      ['/', ...sections].map((path) => html`<url><loc>${at(path)}</loc></url>`),
    )
  }
  const nth = Number(/^items-(\d{1,6})$/.exec(name)?.[1])
  if (!(nth >= 1)) return undefined
  const entries = await itemEntries(db, at, (nth - 1) * addressesInFile, nth * addressesInFile)
  return entries.length ? document('urlset', entries) : undefined
}

/** Live items with numbers above `after` up to `last`. */
async function itemEntries(
  db: Db,
  at: (path: string) => string,
  after: number,
  last: number,
): Promise<Html[]> {
  const rows = await db
    .selectFrom('published_articles')
    .select(['article_id', 'updated_at'])
    .where('state', '=', 'live')
    .where('article_id', '>', after)
    .where('article_id', '<=', last)
    .orderBy('article_id')
    .execute()
  return rows.map(
    ({ article_id, updated_at }) =>
      html`<url><loc>${at(`/articles/${article_id}`)}</loc><lastmod>${updated_at.toISOString()}</lastmod></url>`,
  )
}
