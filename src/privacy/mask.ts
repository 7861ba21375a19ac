import { findInLetter, type LetterDataKind } from './find-in-letter.ts'
import { type Known, knownOfForm } from './find-known.ts'
import type { Where } from './find-names.ts'

/** What a reader still sees of each kind. Unit: characters at the beginning, and stars in place of the rest. */
const shown: Record<LetterDataKind, readonly [first: number, stars: number]> = {
  identity_number: [0, 6],
  bank_card: [0, 6],
  mobile_phone: [3, 6],
  telephone: [0, 6],
  email: [0, 6],
  account: [0, 6],
  number_plate: [1, 6],
  home_address: [0, 6],
  name: [1, 2],
}

/**
 * A citizen's words with stars for personal data, and for what is known beforehand (a bare string is a name).
 * Law: Order 711 art. 15 (privacy); PIPL art. 51 (de-identification).
 */
export const mask = (text: string, ...known: readonly (string | Known)[]): string =>
  masked(text, known, 'citizen')

/** An office's words: its own telephones and addresses stay, a citizen's do not. */
export const maskReply = (text: string, ...known: readonly (string | Known)[]): string =>
  masked(text, known, 'office')

/** A file is often called after somebody. */
export const maskFileName = (text: string, ...known: readonly (string | Known)[]): string =>
  masked(text, known, 'file')

function masked(text: string, known: readonly (string | Known)[], where: Where): string {
  const all = known.flatMap((one) => (typeof one === 'string' ? knownOfForm({ author: one }) : [one]))
  let result = ''
  let from = 0
  for (const { kind, start, end } of findInLetter(text, all, where)) {
    const [first, stars] = shown[kind]
    result += text.slice(from, start) + text.slice(start, start + first) + '*'.repeat(stars)
    from = end
  }
  return result + text.slice(from)
}
