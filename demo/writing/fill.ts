import { pick, type Random, whole } from './random.ts'
import { type Slot, words } from './words.ts'

/**
 * Writes one sentence from a frame: `{district}` becomes one of the words of that slot, `{3-9}` a number of the range.
 * What `given` says stands for its slot, so that title and text speak of the same thing.
 * Throws: RangeError for a slot that nobody knows.
 */
export function fill(random: Random, frame: string, given: Readonly<Record<string, string>> = {}): string {
  return frame.replace(/\{([\w-]+)\}/g, (_, slot: string) => {
    const [least, most] = slot.split('-').map(Number)
    if (least !== undefined && most !== undefined && !Number.isNaN(least))
      return whole(random, least, most).toLocaleString('en-US', { useGrouping: false })
    const known = given[slot] ?? (slot in words ? pick<string>(random, words[slot as Slot]) : undefined)
    if (known === undefined) throw new RangeError(`no words for ${slot}`)
    return known
  })
}

/** Words that one item keeps to. */
export function subjectOf(random: Random): Record<string, string> {
  return Object.fromEntries(
    (['topic', 'district', 'bank', 'industry', 'crowd', 'campaign', 'meeting', 'service'] as const).map(
      (slot) => [slot, pick<string>(random, words[slot])],
    ),
  )
}
