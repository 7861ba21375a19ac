import type { Db } from '#platform/db'
import { type Html, html } from '#platform/html'
import { externalBadge, itemAddress, itemLink } from './item-link.ts'
import { itemList } from './item-list.ts'
import { findPictured, type listNewest } from './store.ts'
import { titled } from './titled.ts'

type Newest = Awaited<ReturnType<typeof listNewest>>

/** The headline, the newest picture where there is one, and what else is new. */
export async function newsBlock(db: Db, newest: Newest): Promise<Html> {
  const [head, ...rest] = newest
  const pictured = await findPictured(db)
  const headline = head
    ? html`<div class="headline"><h2>${itemLink(head, head.title)}${externalBadge(head)}</h2>${head.summary ? html`<p>${head.summary}</p>` : ''}</div>`
    : ''
  const cover = pictured
    ? html`<a class="cover" href="${itemAddress(pictured)}" rel="noopener noreferrer"><img src="/files/${pictured.cover_file_id}" alt="${pictured.cover_alt}" width="640" height="360"><strong>${pictured.title}</strong></a>`
    : ''
  return html`<section class="card">${titled('最新公开', { href: '/catalogue' })}${headline}<div class="news${pictured ? ' pictured' : ''}">${cover}${itemList(head ? rest : newest)}</div></section>`
}
