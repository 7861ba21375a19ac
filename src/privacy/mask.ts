import { findInLetter, type LetterData, type LetterDataKind } from './find-in-letter.ts'
import { findKnown, type Known, knownOfForm } from './find-known.ts'
import type { Where } from './find-names.ts'
import { withoutOverlap } from './place.ts'
import { plainText } from './plain-text.ts'

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

/** Only what is known, in words that somebody has looked at already. */
export const maskKnown = (text: string, known: readonly Known[]): string =>
  starred(text, placesOfKnown(text, known))

/** What is known is taken out, for somebody who asks to be forgotten. Law: PIPL art. 47. */
export function strike(text: string, known: readonly Known[]): string {
  return replaced(text, placesOfKnown(text, known), () => '（已删除）')
}

function placesOfKnown(text: string, known: readonly Known[]): LetterData[] {
  const plain = plainText(text)
  return withoutOverlap(findKnown(plain.text, known)).map((piece) => ({ ...piece, ...plain.placeOf(piece) }))
}

function masked(text: string, known: readonly (string | Known)[], where: Where): string {
  const all = known.flatMap((one) => (typeof one === 'string' ? knownOfForm({ author: one }) : [one]))
  return starred(text, findInLetter(text, all, where))
}

const starred = (text: string, pieces: readonly LetterData[]) =>
  replaced(text, pieces, ({ kind, start }) => {
    const [first, stars] = shown[kind]
    return text.slice(start, start + first) + '*'.repeat(stars)
  })

function replaced(text: string, pieces: readonly LetterData[], by: (piece: LetterData) => string): string {
  let result = ''
  let from = 0
  for (const piece of pieces) {
    result += text.slice(from, piece.start) + by(piece)
    from = piece.end
  }
  return result + text.slice(from)
}
