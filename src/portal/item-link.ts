import { type Html, html } from '#platform/html'

type Linked = { article_id: number; media?: string; link_url?: string | null; state?: string }

/** Where a reader of a list goes: a repost that is only a link opens its source; a withdrawn one says why on its own page. */
export function itemAddress({ article_id, media, link_url, state }: Linked): string {
  const opensSource = media === 'link' && link_url && state !== 'notice'
  return opensSource ? link_url : `/articles/${article_id}`
}

const leavesSite = (item: Linked) => !itemAddress(item).startsWith('/')

/** The source is told nothing of where its reader came from. */
export const itemLink = (item: Linked, text: Html | string): Html =>
  html`<a href="${itemAddress(item)}"${leavesSite(item) ? html` rel="noopener noreferrer"` : ''}>${text}</a>`

export const externalBadge = (item: Linked): Html | '' =>
  leavesSite(item) ? html` <span class="badge external">外部链接</span>` : ''
