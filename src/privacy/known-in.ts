import { findInLetter, type LetterDataKind } from './find-in-letter.ts'
import type { Known } from './find-known.ts'
import type { Where } from './find-names.ts'

/** What a citizen writes about people. A fixed telephone is left out: they quote the office's own, and its reply says it again. */
const ofCitizen: ReadonlySet<LetterDataKind> = new Set([
  'name',
  'mobile_phone',
  'identity_number',
  'bank_card',
  'number_plate',
  'account',
  'email',
  'home_address',
])
const ofOffice: ReadonlySet<LetterDataKind> = new Set(['name'])

/** What these texts tell about people, to be masked in all of them: 我叫王小明 in a letter masks 王小明您好 in its reply. */
export function knownIn(
  texts: readonly (readonly [text: string, where: Where])[],
  known: readonly Known[] = [],
): Known[] {
  const all = new Map(known.map((one) => [`${one.kind} ${one.text}`, one]))
  for (const [text, where] of texts)
    for (const { kind, start, end } of findInLetter(text, known, where)) {
      const piece = { kind, text: text.slice(start, end) }
      // What is left of a piece beside another one is no piece of its own: one sign would put stars on every text.
      if (piece.text.length < 2) continue
      if ((where === 'office' ? ofOffice : ofCitizen).has(kind)) all.set(`${kind} ${piece.text}`, piece)
    }
  return [...all.values()]
}
