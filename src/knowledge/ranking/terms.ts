/**
 * Pairs of neighbouring signs within a run of letters and digits. For short Chinese texts they find more than
 * segmented words: names of places and estates, which letters turn on, are in no dictionary (bench/RESULTS.md).
 */
export function termsOf(text: string): string[] {
  const terms: string[] = []
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    const signs = [...run]
    for (let at = 1; at < signs.length; at += 1) terms.push(`${signs[at - 1]}${signs[at]}`)
  }
  return terms
}

/** How often each term occurs, in the order of first occurrence. */
export function countsOf(terms: readonly string[], weightOf: (at: number) => number = () => 1) {
  const counts = new Map<string, number>()
  terms.forEach((term, at) => {
    counts.set(term, (counts.get(term) ?? 0) + weightOf(at))
  })
  return counts
}
