import type { Finding, FindingLevel } from '../contract.ts'
import { around } from './place.ts'
import type { PlacedText } from './texts.ts'

/** A row of the agency's own list of forbidden or commonly mistyped words. */
export type CheckedTerm = { term: string; suggestion: string; severity: FindingLevel; reason: string }

/** Where listed words occur. The text is never rewritten: a person decides. */
export function checkTerms(texts: readonly PlacedText[], terms: readonly CheckedTerm[]): Finding[] {
  return terms.flatMap((term) => {
    const where = texts.find(({ text }) => text.includes(term.term))
    if (!where) return []
    const times = texts.reduce((sum, { text }) => sum + text.split(term.term).length - 1, 0)
    const suggestion = term.suggestion ? { suggestion: term.suggestion } : {}
    return [
      {
        code: `term:${term.term}`,
        level: term.severity,
        text: `${where.place}中有“${term.term}”${times > 1 ? `（全文共 ${times} 处）` : ''}。${term.reason}`,
        place: around(where.text, where.text.indexOf(term.term), term.term.length),
        ...suggestion,
      },
    ]
  })
}
