/** A stretch of a text: a word to cover, or what stands between two. Unit: UTF-16 signs from the start. */
export type Piece = { at: number; text: string; covered: boolean }

/** The signs of a word with any white space between them. */
export const patternOf = (term: string): RegExp =>
  new RegExp(
    [...term.replaceAll(/\s+/g, '')].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')).join('\\s*'),
    'g',
  )

/** A text cut at the words to cover, wherever they stand; words that overlap are one stretch. */
export function piecesOf(text: string, terms: readonly string[]): Piece[] {
  const found = terms
    .filter((term) => term.trim())
    .flatMap((term) => [...text.matchAll(patternOf(term))])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from)
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of found) {
    if (to <= at) continue
    if (from > at) pieces.push({ at, text: text.slice(at, from), covered: false })
    const start = Math.max(from, at)
    const last = pieces.at(-1)
    if (last?.covered && from < at) last.text += text.slice(start, to)
    else pieces.push({ at: start, text: text.slice(start, to), covered: true })
    at = to
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), covered: false })
  return pieces
}
