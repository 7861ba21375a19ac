import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { documentKindLabels } from '#publishing'
import { icon, readAgency, sitePage } from '#site'
import { type AttachmentHit, attachmentHits } from './attachment-hits.ts'
import { effectivenessBadge } from './effectiveness-badge.ts'
import { placeOf } from './going.ts'
import { excerpt, highlighted } from './highlight.ts'
import { externalBadge, itemLink } from './item-link.ts'
import {
  countHits,
  type Hit,
  type SearchFilters,
  type SearchOrder,
  type SearchPlace,
  search,
} from './search.ts'
import { searchTerms, tsqueryOf } from './search-terms.ts'
import { listSections } from './store.ts'

export type SearchRequest = SearchFilters & { q: string; order: SearchOrder; after?: string }
const hitsPerPage = 20
const mostCounted = 1000

export async function searchPage({ db }: Platform, request: SearchRequest): Promise<Html> {
  const terms = searchTerms(request.q)
  const queries = { all: tsqueryOf(terms), title: tsqueryOf(terms, '^') }
  const place = searchPlaceOf(request.after)
  const [found, count] = terms.length
    ? await Promise.all([
        search(db, queries, request, request.order, place, hitsPerPage + 1),
        place ? undefined : countHits(db, queries.all, request, mostCounted),
      ])
    : [[]]
  const elsewhere = found.filter((hit) => !standsInText(hit, terms)).map((hit) => hit.article_id)
  const attached = await attachmentHits(db, elsewhere, terms)
  const agency = await readAgency(db)
  return sitePage(agency, {
    title: `${request.q ? `${request.q} - ` : ''}搜索 - ${agency.siteName}`,
    query: request.q,
    channel: '/search',
    trail: [{ href: '/', text: '首页' }],
    main: html`<section class="card"><h1>站内搜索</h1>${await form(db, request)}</section>
${request.q ? html`<section class="card" aria-label="搜索结果">${results(request, { terms, found, count, attached })}</section>` : ''}`,
  })
}

type Found = {
  terms: string[]
  found: Hit[]
  /** Of the whole search; told on its first page. */
  count: number | undefined
  attached: ReadonlyMap<number, AttachmentHit>
}

function results(request: SearchRequest, { terms, found, count, attached }: Found): Html {
  if (!found.length) return nothingFound(request)
  const last = found[hitsPerPage - 1]
  const next = found.length > hitsPerPage && last ? addressOf({ ...request, after: placeText(last) }) : ''
  const told = count === undefined ? '' : html`<p class="count" role="status">${countText(count)}</p>`
  const lines = found.slice(0, hitsPerPage).map((hit) => hitLine(hit, terms, attached.get(hit.article_id)))
  return html`${told}<ol class="hits">${join(lines)}</ol>
<nav class="paging" aria-label="翻页">${request.after ? html`<a class="button" href="${addressOf({ ...request, after: undefined })}">第一页</a>` : ''}${next ? html`<a class="button" rel="next" href="${next}">下一页</a>` : ''}</nav>`
}

const countText = (count: number) =>
  count > mostCounted ? `找到超过${mostCounted}条信息` : `找到${count}条信息`

/** Every term is in what the excerpt is taken from. */
function standsInText({ title, body_text }: Hit, terms: string[]): boolean {
  const text = `${title}\n${body_text}`.toLowerCase()
  return terms.every((term) => text.includes(term))
}

function hitLine(hit: Hit, terms: string[], attached?: AttachmentHit): Html {
  const kind = (documentKindLabels as Record<string, string>)[hit.document_kind]
  return html`<li><h2>${itemLink(hit, highlighted(hit.title, terms))}${externalBadge(hit)}</h2>
<p>${highlighted(excerpt(hit.body_text, terms), terms)}</p>${attached ? attachmentLine(attached, terms) : ''}
<p class="quiet"><time datetime="${hit.published_on}">${hit.published_on}</time> <a href="/sections/${hit.section_code}">${hit.section_name}</a> ${kind ?? ''} ${hit.document_number ?? ''}${hit.effectiveness === 'in_force' ? '' : effectivenessBadge(hit.effectiveness)}</p></li>`
}

const attachmentLine = ({ name, around }: AttachmentHit, terms: string[]): Html =>
  html`<p class="in-attachment">${icon('download')}<span>附件“${highlighted(name, terms)}”${around ? html`含：${highlighted(around, terms)}` : ''}</span></p>`

function nothingFound(request: SearchRequest): Html {
  const narrowed = request.section || request.kind || request.from || request.to
  return html`<h2>没有找到含有“${request.q}”的信息</h2><p>您可以：</p><ul>
${narrowed ? html`<li><a href="${addressOf({ q: request.q, order: request.order })}">去掉栏目、类型和日期的限制，再找一次</a></li>` : ''}
<li>换一个说法，或者只输入其中一两个词</li><li>在<a href="/site-map">网站地图</a>里按栏目查找</li>
<li>查看<a href="/guide">信息公开指南</a>，了解怎样申请公开</li></ul>`
}

async function form(db: Platform['db'], request: SearchRequest): Promise<Html> {
  const sections = (await listSections(db)).map(({ code, name }) => [code, name] as const)
  return html`<form class="filters" action="/search" role="search" aria-label="搜索条件">
<label>关键词<input name="q" type="search" value="${request.q}" maxlength="100"></label>
<label>栏目${choice('section', [['', '全部栏目'], ...sections], request.section)}</label>
<label>类型${choice('kind', [['', '全部类型'], ...Object.entries(documentKindLabels)], request.kind)}</label>
<label>从<input name="from" type="date" value="${request.from ?? ''}"></label>
<label>到<input name="to" type="date" value="${request.to ?? ''}"></label>
<label>排序${choice(
    'order',
    [
      ['best', '相关度'],
      ['newest', '最新发布'],
    ],
    request.order,
  )}</label>
<button>${icon('search')}搜索</button></form>`
}

function choice(name: string, options: (readonly [string, string])[], chosen = ''): Html {
  return html`<select name="${name}">${join(options.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`))}</select>`
}

function addressOf(request: Partial<SearchRequest>): string {
  const known = Object.entries(request).filter(([, value]) => value) as [string, string][]
  return `/search?${new URLSearchParams(known)}`
}

const placeText = (hit: Hit) =>
  `${hit.inTitle ? 't' : 'x'}${hit.published_at.toISOString()}_${hit.article_id}`

function searchPlaceOf(after: string | undefined): SearchPlace | undefined {
  const at = placeOf(after?.slice(1))
  return at && { inTitle: after?.startsWith('t') ?? false, at }
}
