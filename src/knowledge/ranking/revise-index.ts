import type { AnswerIndex, Document, Posting } from './answer-index.ts'
import { countsOf, termsOf } from './terms.ts'
import { damped, rarity } from './weights.ts'

type Added = Map<string, number[]>

/**
 * The index without some entries and with others, as small steps: whoever drives it may serve questions from the old one
 * between any two. Only the postings that change are copied; norms depend on how rare every term is, so all are counted anew.
 */
export function* revision(
  old: AnswerIndex,
  gone: ReadonlySet<string>,
  added: readonly Document[],
): Generator<undefined, AnswerIndex> {
  const removed = Uint8Array.from(old.entries, (entry) => (entry === '' || gone.has(entry) ? 1 : 0))
  const before = old.entries.length
  const entries = [
    ...old.entries.map((entry, at) => (removed[at] ? '' : entry)),
    ...added.map(({ entry }) => entry),
  ]
  const lengths = grown(old.lengths, entries.length)
  removed.forEach((is, at) => {
    if (is) lengths[at] = 0
  })
  const open = new Uint8Array(entries.length)
  open.set(old.open)
  const lists: Added = new Map()
  for (const [nth, document] of added.entries()) {
    lengths[before + nth] = count(document, before + nth, lists)
    open[before + nth] = document.open ? 1 : 0
    yield
  }
  const size = entries.reduce((sum, entry) => (entry === '' ? sum : sum + 1), 0)
  const postings = new Map<string, Posting>()
  const squares = new Float64Array(entries.length)
  for (const [term, posting] of old.postings) {
    const kept = joined(gone.size ? without(posting, removed) : posting, lists.get(term))
    lists.delete(term)
    if (kept.documents.length) weigh(kept, size, squares)
    if (kept.documents.length) postings.set(term, kept)
    yield
  }
  for (const [term, list] of lists) {
    const posting = joined(nowhere, list)
    weigh(posting, size, squares)
    postings.set(term, posting)
    yield
  }
  const all = lengths.reduce((sum, length) => sum + length, 0)
  return {
    entries,
    size,
    postings,
    lengths,
    meanLength: all / (size || 1) || 1,
    norms: squares.map(Math.sqrt),
    open,
  }
}

const nowhere: Posting = { documents: new Uint32Array(), counts: new Uint16Array() }

function grown(values: Float64Array, size: number): Float64Array {
  const more = new Float64Array(size)
  more.set(values)
  return more
}

/** Writes down where the terms of one document occur; answers how many it has. */
function count({ text }: Document, position: number, lists: Added): number {
  const terms = termsOf(text)
  for (const [term, times] of countsOf(terms)) {
    const list = lists.get(term)
    if (list) list.push(position, times)
    else lists.set(term, [position, times])
  }
  return terms.length
}

/** The same posting when none of its documents is gone. */
function without(posting: Posting, removed: Uint8Array): Posting {
  const { documents, counts } = posting
  if (!documents.some((position) => removed[position])) return posting
  const stays = (_: number, at: number) => !removed[documents[at] ?? 0]
  return { documents: documents.filter(stays), counts: counts.filter(stays) }
}

function joined(posting: Posting, pairs: readonly number[] | undefined): Posting {
  if (!pairs) return posting
  const start = posting.documents.length
  const documents = new Uint32Array(start + pairs.length / 2)
  const counts = new Uint16Array(documents.length)
  documents.set(posting.documents)
  counts.set(posting.counts)
  for (let at = start, from = 0; at < documents.length; at += 1, from += 2) {
    documents[at] = pairs[from] ?? 0
    counts[at] = Math.min(pairs[from + 1] ?? 0, 65_535)
  }
  return { documents, counts }
}

/** Logarithms of the counts that occur, once. */
const dampedCounts = Float64Array.from({ length: 256 }, (_, times) => damped(times || 1))

function weigh({ documents, counts }: Posting, size: number, squares: Float64Array) {
  const weight = rarity(size, documents.length)
  for (let at = 0; at < documents.length; at += 1) {
    const times = counts[at] ?? 1
    const position = documents[at] ?? 0
    const value = weight * (dampedCounts[times] ?? damped(times))
    squares[position] = (squares[position] ?? 0) + value * value
  }
}
