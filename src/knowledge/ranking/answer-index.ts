import { revision } from './revise-index.ts'

export type Document = { entry: string; text: string; open?: boolean }
/** Where a term occurs: document positions and counts, side by side. */
export type Posting = { documents: Uint32Array; counts: Uint16Array }
/** Inverted index of reference answers; read often, never changed: a revision shares what stayed the same. */
export type AnswerIndex = {
  /** By position. What has been taken out since leaves an empty place that no posting names. */
  entries: readonly string[]
  /** How many documents there are, empty places left out. */
  size: number
  postings: ReadonlyMap<string, Posting>
  /** Terms in each document. */
  lengths: Float64Array
  meanLength: number
  /** Length of each document's vector of weights (for the cosine). */
  norms: Float64Array
  /** 1 where everybody may read the answer. */
  open: Uint8Array
}

export const emptyIndex: AnswerIndex = {
  entries: [],
  size: 0,
  postings: new Map(),
  lengths: new Float64Array(),
  meanLength: 1,
  norms: new Float64Array(),
  open: new Uint8Array(),
}

/** At once, in one piece: for commands and small sets. A server revises in slices (`live-index.ts`). */
export function buildIndex(documents: readonly Document[]): AnswerIndex {
  const steps = revision(emptyIndex, new Set(), documents)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
