import { findAccounts } from './find-accounts.ts'
import { findHomes } from './find-homes.ts'
import { findKnown, type Known } from './find-known.ts'
import { findDoubtfulNames, findNames, type Where } from './find-names.ts'
import { findNumbers } from './find-numbers.ts'
import { emails, type PersonalData, type PersonalDataKind, platesIn } from './find-personal-data.ts'
import { findTelephones } from './find-telephones.ts'
import { matchesOf, type Place, withoutOverlap } from './place.ts'
import { plainText } from './plain-text.ts'
import { spokenDigits } from './spoken-digits.ts'

export type LetterDataKind = PersonalDataKind | 'name' | 'telephone' | 'account'
export type LetterData = Omit<PersonalData, 'kind'> & { kind: LetterDataKind }

/** Mail of an office is an office's, whoever quotes it. */
const officeMail = /@ ?(?:[\w-]+\.)*gov\.cn$/i

/**
 * Every piece of personal data in a citizen's words or in a reply to them, in the order of the text; never overlapping.
 * What is known beforehand is found in whatever shape it is written.
 */
export function findInLetter(
  given: string,
  known: readonly Known[] = [],
  where: Where = 'citizen',
): LetterData[] {
  const { text, placeOf } = plainText(given)
  const as =
    <Kind extends LetterDataKind>(kind: Kind) =>
    <Piece extends object>(piece: Piece) => ({ ...piece, kind })
  const numbers = [...findNumbers(text, { slips: true }), ...findNumbers(spokenDigits(text), { slips: true })]
  const names = findNames(text, where).map(as('name'))
  // A name that is known in part only is found whole: 王才|有.
  const whole = (piece: LetterData) =>
    piece.kind !== 'name' || !names.some(({ start, end }) => start === piece.start && end > piece.end)
  // A number that is whole wins over a longer one that begins before it and takes a neighbour with it.
  const first = withoutOverlap<LetterData>([...findKnown(text, known).filter(whole), ...numbers])
  const more: LetterData[] = [
    ...matchesOf(text, emails, 'email').filter(({ start, end }) => !officeMail.test(text.slice(start, end))),
    ...platesIn(text),
    ...findAccounts(text),
    ...findTelephones(text, where).map(as('telephone')),
    ...findHomes(text, where).map(as('home_address')),
    ...names,
  ]
  const beside = more.filter(
    (piece) => !first.some(({ start, end }) => piece.start < end && start < piece.end),
  )
  const around = more.filter((piece) =>
    first.some(({ start, end }) => piece.start < end && start < piece.end),
  )
  return withoutOverlap([...first, ...beside, ...around.flatMap((piece) => outside(piece, first))]).map(
    (piece) => ({ ...piece, ...placeOf(piece) }),
  )
}

/** Pieces of a masked text that may still be names: for whoever releases it to look at. */
export function findDoubtful(given: string, where: Where = 'citizen'): Place[] {
  const { text, placeOf } = plainText(given)
  return findDoubtfulNames(text, where).map(placeOf)
}

/** What is left of a piece on both sides of those that stand already: an address keeps its mask beside a number in it. */
function outside(piece: LetterData, taken: readonly LetterData[]): LetterData[] {
  const inside = taken.filter(({ start, end }) => piece.start < end && start < piece.end)
  const [head, tail] = [inside[0], inside.at(-1)]
  return [
    { ...piece, end: head?.start ?? piece.end },
    { ...piece, start: tail?.end ?? piece.start },
  ].filter(({ start, end }) => end > start)
}
