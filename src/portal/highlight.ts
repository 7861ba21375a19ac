import { type Html, html, join } from '#platform/html'

const before = 30
const shown = 120

/** The text with every term in a mark element. */
export function highlighted(text: string, terms: readonly string[]): Html {
  if (!terms.length) return html`${text}`
  const longestFirst = [...terms].sort((a, b) => b.length - a.length)
  const pieces = text.split(new RegExp(`(${longestFirst.join('|')})`, 'gi'))
  return join(pieces.map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : html`${piece}`)))
}

/** The part of a text around its first hit, else its beginning. */
export function excerpt(text: string, terms: readonly string[]): string {
  const lowered = text.toLowerCase()
  const places = terms.map((term) => lowered.indexOf(term)).filter((place) => place >= 0)
  const start = Math.max(0, Math.min(...(places.length ? places : [0])) - before)
  const part = text.slice(start, start + shown)
  return `${start > 0 ? '…' : ''}${part}${start + shown < text.length ? '…' : ''}`
}
