import type { AnswerIndex, Posting } from './answer-index.ts'
import { countsOf, termsOf } from './terms.ts'
import { damped, rarity } from './weights.ts'

/** One proposed answer. `score` is 0 to 1; `because` names the words that both texts share, rarest first. */
export type Suggestion = { entry: string; score: number; because: string[] }

/** People put what matters first: the subject, or the first sentence. Unit: terms. */
const leadingTerms = 20
const leadingWeight = 3
/** BM25 with strong length normalisation, rare terms stressed; chosen on one half of real letters, measured on the other. */
const bm25 = { k1: 2, b: 0.9, questionSaturation: 3, rarityPower: 1.5 }

type Term = { term: string; count: number; posting: Posting }

/**
 * The best answers to a question: BM25 and the cosine of damped TF-IDF, both over sign pairs, each divided by its best,
 * averaged. Nothing shared: no suggestion. `openOnly`: among what everybody may read. Quality and time: `npm run bench -- suggest`.
 */
export function rank(index: AnswerIndex, question: string, limit = 5, openOnly = false): Suggestion[] {
  const counts = countsOf(termsOf(question), (at) => (at < leadingTerms ? leadingWeight : 1))
  const terms: Term[] = []
  for (const [term, count] of counts) {
    const posting = index.postings.get(term)
    if (posting) terms.push({ term, count, posting })
  }
  const okapi = okapiOf(index, terms)
  const { cosines, norm } = cosinesOf(index, terms, [...counts.values()])
  if (openOnly) for (const values of [okapi, cosines]) leaveOut(values, index.open)
  const bestOkapi = largest(okapi)
  const bestCosine = largest(cosines)
  if (bestCosine === 0) return []
  const alike = Math.min(1, bestCosine / norm)
  const scores = okapi.map(
    (value, at) => (alike * (value / (bestOkapi || 1) + (cosines[at] ?? 0) / bestCosine)) / 2,
  )
  return best(scores, limit).map((position) => ({
    entry: index.entries[position] ?? '',
    score: Math.round((scores[position] ?? 0) * 10_000) / 10_000,
    because: sharedWords(index, terms, position),
  }))
}

function okapiOf(index: AnswerIndex, terms: readonly Term[]): Float64Array {
  const { size, lengths, meanLength } = index
  const { k1, b, questionSaturation: k3, rarityPower } = bm25
  const scores = new Float64Array(index.entries.length)
  for (const { count, posting } of terms) {
    const found = posting.documents.length
    const rare = Math.log(1 + (size - found + 0.5) / (found + 0.5)) ** rarityPower
    const weight = (rare * count * (k3 + 1)) / (count + k3)
    for (let at = 0; at < found; at += 1) {
      const position = posting.documents[at] ?? 0
      const times = posting.counts[at] ?? 0
      const long = k1 * (1 - b + (b * (lengths[position] ?? 0)) / meanLength)
      scores[position] = (scores[position] ?? 0) + (weight * times * (k1 + 1)) / (times + long)
    }
  }
  return scores
}

function cosinesOf(index: AnswerIndex, terms: readonly Term[], all: readonly number[]) {
  const { size } = index
  const cosines = new Float64Array(index.entries.length)
  // Terms that no answer has are as rare as can be; they make the question longer, not better matched.
  let squares = (all.length - terms.length) * rarity(size, 1) ** 2
  for (const { count, posting } of terms) {
    const rare = rarity(size, posting.documents.length)
    const weight = rare * damped(count)
    squares += weight * weight
    for (let at = 0; at < posting.documents.length; at += 1) {
      const position = posting.documents[at] ?? 0
      cosines[position] = (cosines[position] ?? 0) + weight * rare * damped(posting.counts[at] ?? 1)
    }
  }
  for (let position = 0; position < cosines.length; position += 1)
    cosines[position] = (cosines[position] ?? 0) / (index.norms[position] || 1)
  return { cosines, norm: Math.sqrt(squares) || 1 }
}

/** What nobody outside may read is no measure for the others either. */
function leaveOut(values: Float64Array, open: Uint8Array) {
  for (let at = 0; at < values.length; at += 1) if (!open[at]) values[at] = 0
}

const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), 0)

/** Positions of the highest scores above zero, best first; equal scores keep the order of entry. */
function best(scores: Float64Array, limit: number): number[] {
  const top: number[] = []
  for (let position = 0; position < scores.length; position += 1) {
    const score = scores[position] ?? 0
    if (score <= 0 || (top.length === limit && score <= (scores[top[limit - 1] ?? 0] ?? 0))) continue
    const at = top.findIndex((other) => (scores[other] ?? 0) < score)
    top.splice(at < 0 ? top.length : at, 0, position)
    if (top.length > limit) top.pop()
  }
  return top
}

/** The rarest shared pairs, neighbours joined to a word: 补助资 and 助资金 read as 补助资金. */
function sharedWords(index: AnswerIndex, terms: readonly Term[], position: number): string[] {
  const words: { text: string; weight: number }[] = []
  let joinable = false
  for (const { term, posting } of terms) {
    const shared = holds(posting, position)
    const last = words.at(-1)
    const weight = rarity(index.size, posting.documents.length)
    if (last && shared && joinable && last.text.at(-1) === term[0]) {
      last.text += term.slice(1)
      last.weight = Math.max(last.weight, weight)
    } else if (shared) words.push({ text: term, weight })
    joinable = shared
  }
  return words
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 3)
    .map(({ text }) => text)
}

/** Binary search: a posting is in the order of positions. */
function holds({ documents }: Posting, position: number): boolean {
  let [from, to] = [0, documents.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((documents[middle] ?? 0) < position) from = middle + 1
    else to = middle
  }
  return documents[from] === position
}
