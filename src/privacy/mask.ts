import { findInLetter, type LetterDataKind } from './find-in-letter.ts'

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
 * A citizen's words with stars for personal data, and for names: the ones given, and those that the words introduce.
 * Law: Order 711 art. 15 (privacy); PIPL art. 51 (de-identification).
 */
export function mask(text: string, ...names: readonly string[]): string {
  let masked = ''
  let from = 0
  for (const { kind, start, end } of findInLetter(text, names)) {
    const [first, stars] = shown[kind]
    masked += text.slice(from, start) + text.slice(start, start + first) + '*'.repeat(stars)
    from = end
  }
  return masked + text.slice(from)
}
