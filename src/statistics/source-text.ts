import type { Day } from '#platform/clock'
import { lawText } from '#platform/law'

/** Before this day the regulation of 2019 asked for nothing. Law: Order 711 art. 56. */
const order711From = '2019-05-15'

/** What asks for a figure of a period, for readers: our own notes and a regulation that was not in force yet are left out. */
export function sourceText(source: string, periodEnd: Day): string {
  return source
    .split(';')
    .map((part) => part.trim())
    .filter((part) => !/^(?:rules\.md|seed report)/.test(part))
    .filter((part) => !part.startsWith('Order 711') || periodEnd >= order711From)
    .map(lawText)
    .join('；')
}
