import { refuse } from '../refusals.ts'
import { cover } from './areas.ts'
import { patternOf, piecesOf } from './term-places.ts'

/** Unit: characters; more is no page that somebody looks through. */
const mostCharacters = 500_000

/** Words that were looked for and not found: they would stay readable in another spelling, and nobody would know. Throws: Refusal redaction_term_missing. */
export function assertAllFound(found: readonly { term: string; places: number }[]) {
  const missing = found.filter(({ term, places }) => term.trim() && places === 0)
  if (missing.length)
    throw refuse(
      'redaction_term_missing',
      Object.fromEntries(missing.map(({ term }) => [term, `没有找到“${term}”。`])),
    )
}

/** The words of a plain text; the file store takes UTF-8 only. Throws: Refusal redaction_too_long. */
export function readPlainText(bytes: Buffer): string {
  const text = new TextDecoder().decode(bytes)
  if (text.length > mostCharacters) throw refuse('redaction_too_long')
  return text
}

/** A plain text with the words covered wherever they stand, also across a line's end. Law: Order 711 art. 37. Throws: Refusal redaction_nothing, redaction_term_missing. */
export function redactText(text: string, terms: readonly string[]): { text: string; covered: number } {
  const wanted = terms.filter((term) => term.trim())
  if (wanted.length === 0) throw refuse('redaction_nothing')
  assertAllFound(wanted.map((term) => ({ term, places: [...text.matchAll(patternOf(term))].length })))
  const pieces = piecesOf(text, wanted)
  return {
    text: pieces.map((piece) => (piece.covered ? cover : piece.text)).join(''),
    covered: pieces.filter((piece) => piece.covered).length,
  }
}
