import { simplified } from '#site'

const longestQuery = 100

/** What a citizen typed, as the words that must all be there: simplified, lower case, Han apart from Latin. */
export function searchTerms(typed: string): string[] {
  const text = simplified(typed.slice(0, longestQuery).normalize('NFKC')).toLowerCase()
  const found: string[] = text.match(/[㐀-䶿一-鿿豈-﫿]+|[a-z0-9]+/g) ?? []
  return [...new Set(found)]
}

/** Stands before each word of a query, in the place of the quarter that it is looked for in. No term holds it. */
export const anyQuarter = '~'

/** The terms as a tsquery for words, or for title words when `mark` is ^. Terms hold no character that needs quoting. */
export function tsqueryOf(terms: readonly string[], mark: '' | '^' = ''): string {
  return terms
    .flatMap(wordsOf)
    .map(({ word, prefix }) => `'${anyQuarter}${mark}${word}'${prefix ? ':*' : ''}`)
    .join(' & ')
}

function wordsOf(term: string): { word: string; prefix: boolean }[] {
  const letters = [...term]
  if (/^[a-z0-9]/.test(term) || letters.length === 1) return [{ word: term, prefix: true }]
  return letters.slice(1).map((letter, index) => ({ word: `${letters[index]}${letter}`, prefix: false }))
}
