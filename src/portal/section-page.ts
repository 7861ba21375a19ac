import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import type { Db } from '#platform/db'
import { type Html, html, join } from '#platform/html'
import { columnTags, icon, readAgency, sitePage } from '#site'
import { placeText } from './going.ts'
import { itemList } from './item-list.ts'
import { sectionLink } from './section-link.ts'
import { withBelow } from './section-tree.ts'
import { countItems, findSection, type Going, listItems, listSections, sectionAddress } from './store.ts'
import { titled } from './titled.ts'

const itemsPerPage = 20
const itemsPerPart = 8
const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** Undefined when there is no such section; a merged one says where it went. */
export async function sectionPage(
  { db }: Platform,
  code: string,
  going: Going,
): Promise<{ page: Html; sectionIds: readonly number[] } | { movedTo: string } | undefined> {
  const section = await findSection(db, code)
  if (!section) return undefined
  if (section.merged_into_id !== null) return { movedTo: await sectionAddress(db, section.merged_into_id) }
  const found = await listItems(db, section.id, going, itemsPerPage)
  // Newer than a place near the top is the first page, whole.
  const items =
    going.newer && found.length < itemsPerPage ? await listItems(db, section.id, {}, itemsPerPage) : found
  const [first] = items
  const counts = await countItems(db, section.id, first && { at: first.published_at, id: first.article_id })
  const [agency, sections] = [await readAgency(db), await listSections(db)]
  const parts = sections.filter(({ parent_id }) => parent_id === section.id)
  const above = sections.find(({ id }) => id === section.parent_id)
  const page = sitePage(agency, {
    title: `${section.name} - ${agency.siteName}`,
    tags: columnTags({ ...section, columnType: section.column_type }),
    feed: `/sections/${code}/feed.atom`,
    trail: [
      { href: '/', text: '首页' },
      ...(above ? [{ href: `/sections/${above.code}`, text: above.name }] : []),
      { href: `/sections/${code}`, text: section.name },
    ],
    main: html`<section class="card"><h1>${section.name}</h1>
${section.status === 'retired' ? html`<p class="notice">本栏目已停止更新，已经公开的内容继续保留。</p>` : ''}
${section.shows ? html`<p class="notice"><a href="/${section.shows}">查看${section.name}的名单和详细内容</a></p>` : ''}
${counts.all || !parts.length ? html`${below(parts)}${position(items, counts)}${itemList(items, true)}${paging(code, items, counts)}` : ''}</section>
${counts.all ? '' : await newestOfParts(db, sections, parts)}`,
  })
  return { page, sectionIds: withBelow(sections, section.id) }
}

type Items = Awaited<ReturnType<typeof listItems>>
type Counts = Awaited<ReturnType<typeof countItems>>
type Part = Awaited<ReturnType<typeof listSections>>[number]

/** A section that only gathers others shows the newest of each, so that nobody stands before an empty list. */
async function newestOfParts(db: Db, all: readonly Part[], parts: readonly Part[]): Promise<Html> {
  if (!parts.length) return html``
  const lists = await Promise.all(parts.map(({ id }) => listItems(db, withBelow(all, id), {}, itemsPerPart)))
  const cards = parts.map(
    (part, index) =>
      html`<section class="card">${titled(part.name, { href: sectionLink(part) })}${itemList(lists[index] ?? [])}</section>`,
  )
  return html`<div class="columns">${join(cards)}</div>`
}

function below(children: readonly { code: string; name: string }[]): Html {
  if (!children.length) return html``
  return html`<ul class="inline">${join(children.map((s) => html`<li><a href="/sections/${s.code}">${s.name}</a></li>`))}</ul>`
}

/** Where in the whole list the reader is. */
function position(items: Items, { all, newer }: Counts): Html {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last) return html``
  const days =
    first.published_on === last.published_on
      ? first.published_on
      : `${last.published_on}至${first.published_on}`
  return html`<p class="count">共${all}条，本页为第${newer + 1}–${newer + items.length}条（${days}）</p>`
}

function paging(code: string, items: Items, { all, newer, oldest, newest }: Counts): Html {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || !oldest || !newest) return html``
  const at = (name: string, item: Items[number]) => `/sections/${code}?${name}=${placeText(item)}`
  const later = newer > 0
  const more = newer + items.length < all
  if (!later && !more) return html``
  return html`<nav class="paging" aria-label="翻页">${later ? html`<a class="button" href="/sections/${code}">第一页</a><a class="button" rel="prev" href="${at('before', first)}">上一页</a>` : ''}${more ? html`<a class="button" rel="next" href="${at('after', last)}">下一页</a>` : ''}
${jump(code, last.published_on, oldest, newest)}</nav>`
}

const yearOf = (at: Date) => Number(dayOf(at).slice(0, 4))

/** Straight to a month; a form, so that it works without a script. */
function jump(code: string, shown: string, oldest: Date, newest: Date): Html {
  const years: number[] = []
  for (let year = yearOf(newest); year >= yearOf(oldest); year--) years.push(year)
  const chosen = (value: number, text: string) => (value === Number(text) ? html` selected` : '')
  return html`<form class="jump" action="/sections/${code}"><label>跳到 <select name="year" aria-label="年份">${join(years.map((year) => html`<option value="${year}"${chosen(year, shown.slice(0, 4))}>${year}年</option>`))}</select></label> <select name="month" aria-label="月份">${join(months.map((month) => html`<option value="${month}"${chosen(month, shown.slice(5, 7))}>${month}月</option>`))}</select><button class="plain">${icon('progress')}查看</button></form>`
}
