import { termsOf } from './terms.ts'

/** Pairs of signs that both texts have, over all. Below it two answers say different things: a place, a sum, a day. */
const copyFrom = 0.9
/** Unit: characters. What is the same so far is a copy. */
const compared = 1000

/** The first of each group of answers that say the same words, so that five suggestions are five answers. */
export function withoutCopies<Item extends { answer: string }>(
  items: readonly Item[],
  shown: readonly Item[] = [],
): Item[] {
  const kept = shown.map(({ answer }) => setOf(answer))
  return items.filter(({ answer }) => {
    const terms = setOf(answer)
    if (kept.some((other) => isCopy(terms, other))) return false
    kept.push(terms)
    return true
  })
}

const setOf = (text: string): ReadonlySet<string> => new Set(termsOf(text.slice(0, compared)))

function isCopy(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  if (few.size < copyFrom * many.size) return false
  let shared = 0
  for (const term of few) if (many.has(term)) shared += 1
  return shared >= copyFrom * (few.size + many.size - shared)
}
