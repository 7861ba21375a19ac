import { type Html, html, join } from '#platform/html'
import { interpretationFormLabels } from '#publishing'
import { pubDate } from '#site'
import { effectivenessBadge } from './effectiveness-badge.ts'
import type { PublishedItem } from './store.ts'

const documents = ['normative_document', 'policy_document']

type Headed = Omit<PublishedItem, 'index_number' | 'media' | 'effectiveness_since'> & {
  index_number: string | null
}

/** Title and where the item comes from; a document has the table of its catalogue entry. Law: Order 711 art. 12 ¶3. */
export function articleHead(item: Headed): Html {
  const isDocument = documents.includes(item.document_kind) || item.document_number !== null
  const form = (interpretationFormLabels as Record<string, string>)[item.interpretation_form ?? '']
  return html`${isDocument ? documentTable(item) : ''}<h1>${item.title}</h1>
${item.subtitle ? html`<p class="subtitle">${item.subtitle}</p>` : ''}
${form ? html`<p class="marks-line"><span class="badge explained">${form}</span></p>` : ''}
${sourceLine(item, isDocument)}`
}

function documentTable(item: Headed): Html {
  const rows: (readonly [string, unknown])[] = [
    ['索引号', item.index_number],
    ['主题分类', item.subject_category],
    ['发文机关', item.issuing_body],
    ['成文日期', item.document_date],
    ['发文字号', item.document_number],
    ['发布日期', item.published_on],
    ['效力', effectivenessBadge(item.effectiveness)],
  ]
  return html`<dl class="document-head">${lines(rows)}</dl>`
}

function sourceLine(item: Headed, isDocument: boolean): Html {
  const original = item.source_url
    ? html`<a href="${item.source_url}" rel="noopener">${item.source_name || '原文'}</a>`
    : item.source_name
  const rows: (readonly [string, unknown])[] = [
    ['发布时间', pubDate(item.published_at)],
    ['来源', original],
    ['原发布日期', item.origin === 'repost' ? item.originally_published_on : null],
    ['作者', item.author_name],
    ['索引号', isDocument ? null : item.index_number],
  ]
  return html`<dl class="facts">${lines(rows, '：')}</dl>`
}

function lines(rows: readonly (readonly [string, unknown])[], mark = ''): Html {
  const known = rows.filter(([, value]) => value)
  return join(known.map(([name, value]) => html`<div><dt>${name}${mark}</dt><dd>${value}</dd></div>`))
}
