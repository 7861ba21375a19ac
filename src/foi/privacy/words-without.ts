import { findPersonalData } from '#privacy'

const star = '**'
/** Unit: characters. One character is no name. */
const shortest = 2

/** The agency's own words without what names a person: the given names, numbers and addresses, and whatever else shows by its form. */
export function wordsWithout(known: readonly string[]): (text: string) => string {
  const longestFirst = known
    .map((word) => word.trim())
    .filter((word) => [...word].length >= shortest)
    .sort((a, b) => b.length - a.length)
  return (text) => byForm(longestFirst.reduce((rest, word) => rest.replaceAll(word, star), text))
}

function byForm(text: string): string {
  let from = 0
  let rest = ''
  for (const { start, end } of findPersonalData(text)) {
    rest += text.slice(from, start) + star
    from = end
  }
  return rest + text.slice(from)
}
