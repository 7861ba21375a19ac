import { type Html, html, join } from '#platform/html'
import { icon } from '#site'
import { drawingOf, sectionLink } from './section-link.ts'
import { titled } from './titled.ts'

/** Sections as small buttons with a drawing each. */
export function sectionTiles(
  heading: string,
  sections: readonly { code: string; name: string; shows: string | null }[],
): Html {
  if (!sections.length) return html``
  const tiles = sections.map(
    (s) => html`<li><a href="${sectionLink(s)}">${icon(drawingOf(s.name))}${s.name}</a></li>`,
  )
  return html`<section class="card">${titled(heading)}<ul class="tiles">${join(tiles)}</ul></section>`
}
