import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { documentKindLabels } from '#publishing'
import { icon, readAgency, sitePage } from '#site'
import { effectivenessBadge } from './effectiveness-badge.ts'
import { placeOf, placeText } from './going.ts'
import { externalBadge, itemLink } from './item-link.ts'
import { emptyNote } from './item-list.ts'
import { sectionsOf } from './section-tree.ts'
import { type CatalogueFilters, listCatalogue, listSections, oldestDisclosureYear } from './store.ts'

export type CatalogueQuery = { section?: string; kind?: string; year?: number; after?: string }
const itemsPerPage = 30

/** 信息公开目录: index number, title, summary, day of creation. Law: Order 711 art. 12 ¶3. */
export async function cataloguePage({ db, clock }: Platform, query: CatalogueQuery): Promise<Html> {
  const [agency, sections, oldest] = [
    await readAgency(db),
    await listSections(db),
    await oldestDisclosureYear(db),
  ]
  const filters: CatalogueFilters = {
    sections: await sectionsOf(db, query.section),
    kind: query.kind,
    year: query.year,
  }
  const items = await listCatalogue(db, filters, placeOf(query.after), itemsPerPage + 1)
  const last = items[itemsPerPage - 1]
  const next = items.length > itemsPerPage && last ? addressOf({ ...query, after: placeText(last) }) : ''
  const years: number[] = []
  for (let year = Number(clock.today().slice(0, 4)); year >= oldest; year--) years.push(year)
  return sitePage(agency, {
    title: `信息公开目录 - ${agency.siteName}`,
    channel: '/catalogue',
    feed: '/feed.atom',
    trail: [{ href: '/', text: '首页' }],
    main: html`<section class="card"><h1>信息公开目录</h1>
<form class="filters" action="/catalogue">
<label>栏目${choice(
      'section',
      '全部栏目',
      sections.map(({ code, name }) => [code, name] as const),
      query.section,
    )}</label>
<label>类型${choice('kind', '全部类型', Object.entries(documentKindLabels), query.kind)}</label>
<label>年份${choice(
      'year',
      '全部年份',
      years.map((year) => [String(year), `${year}年`] as const),
      String(query.year ?? ''),
    )}</label>
<button>${icon('search')}查看</button></form>
${items.length ? table(items.slice(0, itemsPerPage)) : emptyNote('没有符合条件的信息。请换一个栏目、类型或者年份，没有公开的信息可以申请公开。')}
<nav class="paging" aria-label="翻页">${query.after ? html`<a class="button" href="${addressOf({ ...query, after: undefined })}">第一页</a>` : ''}${next ? html`<a class="button" rel="next" href="${next}">下一页</a>` : ''}</nav></section>`,
  })
}

function choice(name: string, all: string, options: (readonly [string, string])[], chosen = ''): Html {
  const lines = options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )
  return html`<select name="${name}"><option value="">${all}</option>${join(lines)}</select>`
}

function table(items: Awaited<ReturnType<typeof listCatalogue>>): Html {
  const rows = items.map(
    (item) => html`<tr><td data-name="索引号">${item.index_number}</td>
<td data-name="名称">${itemLink(item, item.title)}${externalBadge(item)}${effectivenessBadge(item.effectiveness)}${item.summary ? html`<p class="quiet">${item.summary}</p>` : ''}</td>
<td data-name="栏目">${item.section_name}</td><td data-name="生成日期"><time>${item.document_date ?? item.published_on}</time></td></tr>`,
  )
  return html`<table class="catalogue"><caption class="skip">按发布时间从新到旧</caption><thead><tr><th scope="col">索引号</th><th scope="col">名称和内容概述</th><th scope="col">栏目</th><th scope="col">生成日期</th></tr></thead><tbody>${join(rows)}</tbody></table>`
}

function addressOf(query: CatalogueQuery): string {
  const known = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value ? [[name, String(value)]] : [],
  )
  return `/catalogue?${new URLSearchParams(known)}`
}
