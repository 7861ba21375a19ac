import { findPersonalData, type PersonalDataKind } from './find-personal-data.ts'

/** What a reader still sees of each kind. Unit: characters at the beginning and at the end. */
const shown: Record<PersonalDataKind, readonly [first: number, last: number]> = {
  identity_number: [0, 0],
  bank_card: [0, 0],
  mobile_phone: [3, 0],
  email: [0, 0],
  number_plate: [1, 0],
  home_address: [0, 0],
}

/** The text with stars for personal data, and for a name that is known to be one (people sign with it). Law: Order 711 art. 15 (privacy); PIPL art. 51 (de-identification). */
export function mask(given: string, name = ''): string {
  const signs = [...name]
  const text = signs.length >= 2 ? given.replaceAll(name, `${signs[0]}**`) : given
  let masked = ''
  let from = 0
  for (const { kind, start, end } of findPersonalData(text)) {
    const [first, last] = shown[kind]
    const piece = text.slice(start, end)
    masked += `${text.slice(from, start)}${piece.slice(0, first)}${'*'.repeat(6)}${last ? piece.slice(-last) : ''}`
    from = end
  }
  return masked + text.slice(from)
}
