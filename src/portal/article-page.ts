import type { Platform } from '#platform'
import { type Html, html, join, raw } from '#platform/html'
import { type Agency, gonePage, readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
import { columnTags, pubDate } from './page-tags.ts'
import { findPublished, listRelated, type PublishedItem } from './store.ts'

type Answer = { status: 200 | 410; page: Html } | { movedTo: string } | undefined

/** The page of a public item, its typed end, or undefined: what is not public does not exist here. */
export async function articlePage({ db }: Platform, id: number): Promise<Answer> {
  const item = await findPublished(db, id)
  if (!item) return undefined
  if (item.state === 'merged') return { movedTo: `/articles/${item.merged_into_id}` }
  const agency = await readAgency(db)
  const ended = { title: item.title, on: item.state_on ?? '', reason: item.state_text }
  if (item.state === 'gone') return { status: 410, page: gonePage(agency, ended) }
  const attachments = await db
    .selectFrom('published_attachments')
    .select(['file_id', 'name', 'size_bytes'])
    .where('article_id', '=', id)
    .where('role', '=', 'attachment')
    .orderBy('position')
    .execute()
  const main = html`<article class="card"><h1>${item.title}</h1>${facts(item)}
${body(item)}
${attachments.length ? html`<h2>附件</h2><ul>${join(attachments.map((a) => html`<li><a href="/files/${a.file_id}" download>${a.name}</a>（${sizeText(a.size_bytes)}）</li>`))}</ul>` : ''}
</article>${await related(db, item)}`
  return { status: 200, page: sitePage(agency, { ...head(agency, item), main }) }
}

/** Unit: bytes in, a reader's unit out. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function head(agency: Agency, item: PublishedItem) {
  const section = { ...item, keywords: item.section_keywords, columnType: item.column_type }
  return {
    title: `${item.title} - ${agency.siteName}`,
    tags: [
      ...columnTags(section),
      ['ArticleTitle', item.title] as const,
      ['PubDate', pubDate(item.published_at)] as const,
      ['ContentSource', item.source_name] as const,
      ['Keywords', item.keywords] as const,
      ['Description', item.summary] as const,
    ],
    trail: [
      { href: '/', text: '首页' },
      { href: `/sections/${item.code}`, text: item.name },
    ],
  }
}

function facts(item: PublishedItem): Html {
  const rows: (readonly [string, string | null])[] = [
    ['发布时间', pubDate(item.published_at)],
    ['来源', item.source_name],
    ['索引号', item.index_number],
    ['文号', item.document_number],
    ['发文机关', item.issuing_body],
    ['成文日期', item.document_date],
  ]
  const known = rows.filter(([, value]) => value)
  return html`<dl class="facts">${join(known.map(([name, value]) => html`<div><dt>${name}：</dt><dd>${value}</dd></div>`))}</dl>`
}

function body(item: PublishedItem): Html {
  if (item.state === 'notice')
    return html`<p class="notice">本信息已于${item.state_on}撤下。原因：${item.state_text}</p>`
  const archived =
    item.state === 'archived'
      ? html`<p class="notice">已归档（${item.state_on}）：${item.state_text}</p>`
      : ''
  const link = item.link_url ? html`<p><a href="${item.link_url}" rel="noopener">查看原文</a></p>` : ''
  return html`${archived}<div class="text">${raw(item.body_html)}${link}</div>`
}

async function related(db: Platform['db'], item: PublishedItem): Promise<Html> {
  const others = await listRelated(db, item.article_id)
  if (!others.length) return html``
  const heading = item.document_kind === 'interpretation' ? '相关政策' : '政策解读'
  return html`<section class="card"><h2>${heading}</h2>${itemList(others)}</section>`
}
