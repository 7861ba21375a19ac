/**
 * A text query for `letters.words`: every pair of neighbouring Han characters and every Latin word or number must occur; a single
 * character is looked for as a beginning. Undefined when nothing can be looked for.
 */
export function wordsQuery(text: string): string | undefined {
  const lowered = text.normalize('NFKC').toLowerCase()
  const latin = [...lowered.matchAll(/[a-z0-9]+/g)].map(([word]) => `'${word}':*`)
  const han = [...lowered.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => pairsOf([...run]))
  const terms = [...new Set([...latin, ...han])].slice(0, 40)
  return terms.length ? terms.join(' & ') : undefined
}

function pairsOf(signs: readonly string[]): string[] {
  if (signs.length === 1) return [`'${signs[0]}':*`]
  return signs.slice(1).map((sign, at) => `'${signs[at]}${sign}'`)
}
