import type { Finding, FindingLevel } from '../contract.ts'
import { around } from './place.ts'
import type { PlacedText } from './texts.ts'

/** A row of the agency's own list of forbidden or commonly mistyped words. */
export type CheckedTerm = { term: string; suggestion: string; severity: FindingLevel; reason: string }

const placesShown = 5

/** Where listed words occur, the first places quoted. The text is never rewritten: a person decides. */
export function checkTerms(texts: readonly PlacedText[], terms: readonly CheckedTerm[]): Finding[] {
  return terms.flatMap((term) => {
    const where = texts.find(({ text }) => text.includes(term.term))
    if (!where) return []
    const places = texts.flatMap(({ text }) => placesOf(text, term.term))
    const suggestion = term.suggestion ? { suggestion: term.suggestion } : {}
    return [
      {
        code: `term:${term.term}`,
        level: term.severity,
        text: `${where.place}中有“${term.term}”${places.length > 1 ? `（全文共 ${places.length} 处）` : ''}。${term.reason}`,
        place: `${places.slice(0, placesShown).join(' ； ')}${places.length > placesShown ? ' ……' : ''}`,
        ...suggestion,
      },
    ]
  })
}

const placesOf = (text: string, term: string): string[] =>
  [...text.matchAll(new RegExp(RegExp.escape(term), 'g'))].map(({ index }) =>
    around(text, index, term.length),
  )
