import type { Day } from '#platform/clock'
import { type Html, html, join } from '#platform/html'

/** Titles with their days, as every list of the site shows them. */
export function itemList(items: readonly { article_id: number; title: string; published_on: Day }[]): Html {
  if (!items.length) return html`<p>暂时没有信息。</p>`
  const lines = items.map(
    (item) =>
      html`<li><a href="/articles/${item.article_id}">${item.title}</a> <time datetime="${item.published_on}">${item.published_on}</time></li>`,
  )
  return html`<ul class="items">${join(lines)}</ul>`
}
