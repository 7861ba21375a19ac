import type { Platform } from '#platform'
import { type Html, html, join, raw } from '#platform/html'
import { effectivenessLabels } from '#publishing'
import { type Agency, gonePage, type PageTag, readAgency, sitePage } from '#site'
import { itemList } from './item-list.ts'
import { columnTags, pubDate } from './page-tags.ts'
import { findPublished, listRelated, listSuccession, type PublishedItem } from './store.ts'

type Answer = { status: 200 | 410; page: Html } | { movedTo: string } | undefined
type Effectiveness = keyof typeof effectivenessLabels
type Related = Awaited<ReturnType<typeof listRelated>>[number]

/** What an item's page is made of; the preview brings the same of an unpublished one. */
export type ShownItem = {
  item: Omit<PublishedItem, 'index_number' | 'media'> & { index_number: string | null }
  attachments: readonly { file_id: number; name: string; size_bytes: number }[]
  related: readonly Related[]
  /** Documents that took this one's place, or whose place it took. */
  succession: Awaited<ReturnType<typeof listSuccession>>
  /** Where the item's files are asked for. */
  filesAt: string
  banner?: Html
}

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
  const [related, succession] = await Promise.all([
    listRelated(db, id),
    listSuccession(db, id, item.successor_id),
  ])
  const shown = { item, attachments, related, succession, filesAt: '/files' }
  return { status: 200, page: renderArticle(agency, shown) }
}

/** The one function that draws an item, for the public and for a preview. */
export function renderArticle(agency: Agency, shown: ShownItem, tags: readonly PageTag[] = []): Html {
  const { item, attachments, filesAt, banner } = shown
  const main = html`${banner ?? ''}<article class="card"><h1>${item.title}</h1>${facts(item)}
${succession(shown)}${body(item, filesAt)}
${attachments.length ? html`<h2>附件</h2><ul>${join(attachments.map((a) => html`<li><a href="${filesAt}/${a.file_id}" download>${a.name}</a>（${sizeText(a.size_bytes)}）</li>`))}</ul>` : ''}
</article>${related(shown)}`
  const { title, tags: own, trail } = head(agency, item)
  return sitePage(agency, { title, tags: [...own, ...tags], trail, main })
}

/** Unit: bytes in, a reader's unit out. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function head(agency: Agency, item: ShownItem['item']) {
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

function facts(item: ShownItem['item']): Html {
  const rows: (readonly [string, string | null])[] = [
    ['发布时间', pubDate(item.published_at)],
    ['来源', item.source_name],
    ['索引号', item.index_number],
    ['文号', item.document_number],
    ['发文机关', item.issuing_body],
    ['成文日期', item.document_date],
    ['主题分类', item.subject_category],
    ['效力状态', item.effectiveness && effectivenessLabels[item.effectiveness as Effectiveness]],
  ]
  const known = rows.filter(([, value]) => value)
  return html`<dl class="facts">${join(known.map(([name, value]) => html`<div><dt>${name}：</dt><dd>${value}</dd></div>`))}</dl>`
}

/** A reader of a document that no longer stands is led to what stands now. */
function succession({ item, succession }: ShownItem): Html {
  if (!succession.length) return html``
  return html`<ul class="notice">${join(
    succession.map((other) => {
      const link = html`<a href="/articles/${other.article_id}">${other.title}</a>`
      if (other.article_id === item.successor_id) return html`<li>本文件已被新文件替代：${link}</li>`
      return html`<li>本文件替代：${link}</li>`
    }),
  )}</ul>`
}

function body(item: ShownItem['item'], filesAt: string): Html {
  if (item.state === 'notice')
    return html`<p class="notice">本信息已于${item.state_on}撤下。原因：${item.state_text}</p>`
  const archived =
    item.state === 'archived'
      ? html`<p class="notice">已归档（${item.state_on}）：${item.state_text}</p>`
      : ''
  const link = item.link_url ? html`<p><a href="${item.link_url}" rel="noopener">查看原文</a></p>` : ''
  const text = filesAt === '/files' ? item.body_html : item.body_html.replaceAll('"/files/', `"${filesAt}/`)
  return html`${archived}<div class="text">${raw(text)}${link}</div>`
}

function related({ item, related }: ShownItem): Html {
  if (!related.length) return html``
  const heading = item.document_kind === 'interpretation' ? '相关政策' : '政策解读'
  return html`<section class="card"><h2>${heading}</h2>${itemList(related)}</section>`
}
