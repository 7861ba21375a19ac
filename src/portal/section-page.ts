import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import { readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
import { columnTags } from './page-tags.ts'
import { findSection, listItems, type Place } from './store.ts'

const itemsPerPage = 20

/** Undefined when there is no such section; a merged one says where it went. */
export async function sectionPage(
  { db }: Platform,
  code: string,
  after: Place | undefined,
): Promise<{ page: Html; sectionId: number } | { movedTo: string } | undefined> {
  const section = await findSection(db, code)
  if (!section) return undefined
  if (section.merged_into_id !== null) {
    const target = await db
      .selectFrom('sections')
      .select('code')
      .where('id', '=', section.merged_into_id)
      .executeTakeFirstOrThrow()
    return { movedTo: `/sections/${target.code}` }
  }
  const items = await listItems(db, section.id, after, itemsPerPage + 1)
  const last = items[itemsPerPage - 1]
  const more =
    items.length > itemsPerPage && last ? `${last.published_at.toISOString()}_${last.article_id}` : ''
  const agency = await readAgency(db)
  const page = sitePage(agency, {
    title: `${section.name} - ${agency.siteName}`,
    tags: columnTags({ ...section, columnType: section.column_type }),
    feed: `/sections/${code}/feed.atom`,
    trail: [{ href: '/', text: '首页' }],
    main: html`<section class="card"><h1>${section.name}</h1>${itemList(items.slice(0, itemsPerPage))}
<nav class="paging" aria-label="翻页">${after ? html`<a class="button" href="/sections/${code}">第一页</a>` : ''}${more ? html`<a class="button" rel="next" href="/sections/${code}?after=${more}">下一页</a>` : ''}</nav></section>`,
  })
  return { page, sectionId: section.id }
}

/** `after` as the paging link wrote it; anything else is the first page. */
export function placeOf(after: string | undefined): Place | undefined {
  const [at = '', id = ''] = (after ?? '').split('_')
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) || !/^\d{1,15}$/.test(id)
    ? undefined
    : { at: instant, id: Number(id) }
}
