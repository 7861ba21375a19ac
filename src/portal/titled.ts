import { type Html, html } from '#platform/html'

/** Heading of a block with the way to all of it; a screen reader hears what there is more of. */
export function titled(name: string, more?: { href: string; text?: string }): Html {
  const link = more
    ? html`<a href="${more.href}">${more.text ?? '更多'}${more.text ? '' : html`<span class="skip">${name}</span>`} ›</a>`
    : ''
  return html`<div class="titled"><h2>${name}</h2>${link}</div>`
}
