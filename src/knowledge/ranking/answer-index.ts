import { countsOf, termsOf } from './terms.ts'

export type Document = { entry: string; text: string }
/** Where a term occurs: document positions and counts, side by side. */
export type Posting = { documents: Uint32Array; counts: Uint16Array }
/** Inverted index of reference answers; built once, read often, never changed. */
export type AnswerIndex = {
  entries: readonly string[]
  postings: ReadonlyMap<string, Posting>
  /** Terms in each document, over the mean. */
  relativeLengths: Float64Array
  /** Length of each document's vector of weights (for the cosine). */
  norms: Float64Array
}

export function buildIndex(documents: readonly Document[]): AnswerIndex {
  const lists = new Map<string, number[]>()
  const lengths = new Float64Array(documents.length)
  documents.forEach(({ text }, position) => {
    const terms = termsOf(text)
    lengths[position] = terms.length
    for (const [term, count] of countsOf(terms)) {
      const list = lists.get(term)
      if (list) list.push(position, count)
      else lists.set(term, [position, count])
    }
  })
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (documents.length || 1) || 1
  const postings = new Map([...lists].map(([term, list]) => [term, postingOf(list)]))
  return {
    entries: documents.map(({ entry }) => entry),
    postings,
    relativeLengths: lengths.map((length) => length / mean),
    norms: normsOf(postings, documents.length),
  }
}

function postingOf(pairs: readonly number[]): Posting {
  const documents = new Uint32Array(pairs.length / 2)
  const counts = new Uint16Array(pairs.length / 2)
  for (let at = 0; at < documents.length; at += 1) {
    documents[at] = pairs[2 * at] ?? 0
    counts[at] = Math.min(pairs[2 * at + 1] ?? 0, 65_535)
  }
  return { documents, counts }
}

/** Rarer terms weigh more. */
export const rarity = (documents: number, occurrences: number) => Math.log((documents + 1) / occurrences)
/** The tenth occurrence says less than the second. */
export const damped = (count: number) => 1 + Math.log(count)

function normsOf(postings: ReadonlyMap<string, Posting>, size: number): Float64Array {
  const squares = new Float64Array(size)
  for (const { documents, counts } of postings.values()) {
    const weight = rarity(size, documents.length)
    documents.forEach((position, at) => {
      squares[position] = (squares[position] ?? 0) + (weight * damped(counts[at] ?? 1)) ** 2
    })
  }
  return squares.map(Math.sqrt)
}
