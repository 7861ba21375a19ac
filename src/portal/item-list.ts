import type { Day } from '#platform/clock'
import { type Html, html, join } from '#platform/html'
import { icon } from '#site'
import { effectivenessBadge } from './effectiveness-badge.ts'
import { externalBadge, itemLink } from './item-link.ts'

export type ListedItem = {
  article_id: number
  title: string
  published_on: Day
  state?: string
  effectiveness?: string | null
  media?: string
  link_url?: string | null
  /** A public interpretation belongs to it. */
  explained?: boolean
}

/** Titles with their days, as every list of the site shows them. `divided` sets every fifth apart. */
export function itemList(items: readonly ListedItem[], divided = false): Html {
  if (!items.length) return emptyNote('这里还没有信息，发布后会在这里列出。')
  const lines = items.map(
    (item) =>
      html`<li>${itemLink(item, item.title)}${badges(item)} <time datetime="${item.published_on}">${item.published_on}</time></li>`,
  )
  return html`<ul class="items dated${divided ? ' divided' : ''}">${join(lines)}</ul>`
}

/** Says that nothing is here, kindly. */
export function emptyNote(text: string): Html {
  return html`<p class="empty">${icon('empty')}<span>${text}</span></p>`
}

function badges(item: ListedItem): Html {
  const archived = item.state === 'archived' ? html` <span class="badge archived">已归档</span>` : ''
  const explained = item.explained ? html` <span class="badge explained">有解读</span>` : ''
  const ended = item.effectiveness === 'in_force' ? '' : effectivenessBadge(item.effectiveness)
  return html`${externalBadge(item)}${explained}${ended}${archived}`
}
