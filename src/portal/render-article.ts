import { scriptTag } from '#platform/browser-scripts'
import { type Html, html, join, raw } from '#platform/html'
import {
  type Agency,
  articleTags,
  columnTags,
  icon,
  type Page,
  type PageTag,
  sitePage,
  withWideTables,
} from '#site'
import { articleHead } from './article-head.ts'
import { itemList } from './item-list.ts'
import { readerTools } from './reader-tools.ts'
import type { findAbove, listRelated, listSuccession, PublishedItem } from './store.ts'
import { titled } from './titled.ts'

/** What an item's page is made of; the preview brings the same of an unpublished one. */
export type ShownItem = {
  item: Omit<PublishedItem, 'index_number' | 'media' | 'effectiveness_since'> & {
    index_number: string | null
    media?: string
  }
  attachments: readonly { file_id: number; name: string; size_bytes: number }[]
  related: Awaited<ReturnType<typeof listRelated>>
  /** Documents that took this one's place, or whose place it took. */
  succession: Awaited<ReturnType<typeof listSuccession>>
  /** The section above its own. */
  above: Awaited<ReturnType<typeof findAbove>>
  /** Where the item's files are asked for. */
  filesAt: string
  banner?: Html
  /** What only a public page has: the items beside it. */
  near?: Html
}

/** The one function that draws an item, for the public and for a preview. */
export function renderArticle(
  agency: Agency,
  shown: ShownItem,
  more: { tags?: readonly PageTag[]; data?: Page['data'] } = {},
): Html {
  const { item } = shown
  const main = html`${shown.banner ?? ''}<article class="card reading">${articleHead(item)}
${readerTools(item.article_id)}
${succession(shown)}${body(shown)}
${attachments(shown)}
</article>${related(shown)}${shown.near ?? ''}`
  const scripts = html`${scriptTag('reader-tools')}`
  return sitePage(agency, { ...head(agency, shown, more.tags), data: more.data, scripts, main })
}

function head(agency: Agency, { item, above }: ShownItem, tags: readonly PageTag[] = []) {
  const section = { ...item, keywords: item.section_keywords, columnType: item.column_type }
  return {
    title: `${item.title} - ${agency.siteName}`,
    tags: [
      ...columnTags(section),
      ...articleTags({ ...item, publishedAt: item.published_at, source: item.source_name }),
      ...tags,
    ],
    trail: [
      { href: '/', text: '首页' },
      ...(above ? [{ href: `/sections/${above.code}`, text: above.name }] : []),
      { href: `/sections/${item.code}`, text: item.name },
    ],
  }
}

/** A reader of a document that no longer stands is led to what stands now. */
function succession({ item, succession }: ShownItem): Html {
  if (!succession.length) return html``
  return html`<ul class="notice succession">${join(
    succession.map((other) => {
      const link = html`<a href="/articles/${other.article_id}">${other.title}</a>`
      if (other.article_id === item.successor_id) return html`<li>本文件已被新文件替代：${link}</li>`
      return html`<li>本文件替代：${link}</li>`
    }),
  )}</ul>`
}

const ended: Record<string, string> = {
  repealed: '本文件已经废止，不再执行，仅供查阅。',
  expired: '本文件已经失效，不再执行，仅供查阅。',
  amended: '本文件已经修改，请以修改后的内容为准。',
}

function body({ item, filesAt }: ShownItem): Html {
  if (item.state === 'notice')
    return html`<p class="notice strong">本信息已于${item.state_on}撤下。原因：${item.state_text}</p>`
  const archived =
    item.state === 'archived'
      ? html`<p class="notice mild">已归档（${item.state_on}）：${item.state_text}</p>`
      : ''
  const effect = ended[item.effectiveness ?? '']
  const warning = effect
    ? html`<p class="notice ${item.effectiveness === 'amended' ? 'mild' : 'strong'}">${effect}</p>`
    : ''
  const link = item.link_url
    ? html`<p class="actions"><a class="button primary" href="${item.link_url}" rel="noopener noreferrer">查看原文</a><span class="badge external">外部链接</span></p>`
    : ''
  const text = filesAt === '/files' ? item.body_html : item.body_html.replaceAll('"/files/', `"${filesAt}/`)
  return html`${archived}${warning}<div class="text">${picture(item, filesAt)}${raw(withWideTables(text))}</div>${link}`
}

/** The item's picture above the text, unless the text shows it. */
function picture(item: ShownItem['item'], filesAt: string): Html | '' {
  if (item.cover_file_id === null || item.media === 'text') return ''
  if (item.body_html.includes(`"/files/${item.cover_file_id}"`)) return ''
  return html`<figure><img src="${filesAt}/${item.cover_file_id}" alt="${item.cover_alt}"></figure>`
}

function attachments({ attachments, filesAt }: ShownItem): Html {
  if (!attachments.length) return html``
  const lines = attachments.map(
    (file) =>
      html`<li>${icon('download')}<a href="${filesAt}/${file.file_id}" download>${file.name}</a><span class="quiet">${fileKind(file.name)}${sizeText(file.size_bytes)}</span></li>`,
  )
  return html`<section class="attachments"><h2>附件</h2><ul>${join(lines)}</ul></section>`
}

/** The ending of the name as a reader knows it. */
function fileKind(name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]
  return ending ? `${ending.toUpperCase()}，` : ''
}

/** Unit: bytes in, a reader's unit out. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}

function related({ item, related }: ShownItem): Html {
  if (!related.length) return html``
  const heading = item.document_kind === 'interpretation' ? '相关政策' : '政策解读'
  return html`<section class="card">${titled(heading)}${itemList(related)}</section>`
}
