import type { Platform } from '#platform'
import { html, join, raw } from '#platform/html'
import { listNewest, listSections } from './store.ts'

/** The protocol allows 50,000 addresses a file; the newest items and every section fit. */
const itemsListed = 40_000

/** sitemap.xml after sitemaps.org/protocol. */
export async function sitemapXml({ db, config }: Platform): Promise<string> {
  const sections = await listSections(db)
  const items = await listNewest(db, itemsListed)
  const at = (path: string) => new URL(path, config.publicUrl).href
  const urls = [
    html`<url><loc>${at('/')}</loc></url>`,
    ...sections.map((section) => html`<url><loc>${at(`/sections/${section.code}`)}</loc></url>`),
    ...items.map(
      (item) =>
        html`<url><loc>${at(`/articles/${item.article_id}`)}</loc><lastmod>${item.published_on}</lastmod></url>`,
    ),
  ]
  const opening =
    '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
  return String(html`${raw(opening)}${join(urls)}${raw('</urlset>')}`)
}
