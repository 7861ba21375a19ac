import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Known, knownIn, knownOfForm, mask } from '#privacy'
import { type Original, sealKnown, unsealKnown, unsealOriginal } from './sealed.ts'

/** What the form and the words of a letter tell about people. */
export const knownOfOriginal = (original: Original): Known[] =>
  knownIn(
    [
      [original.subject, 'citizen'],
      [original.body, 'citizen'],
    ],
    knownOfForm(original),
  )

/** The columns of a letter's words: masked for others, with what is known kept sealed for the texts to come. */
export const maskedWords = (platform: Platform, { subject, body }: Original, known: readonly Known[]) => ({
  subject_public: mask(subject, ...known),
  body_public: mask(body, ...known),
  known_sealed: sealKnown(platform, known),
})

/** What must be masked in every further text of this letter; kept although the sender took the name back. */
export async function knownOfLetter(tx: Tx, platform: Platform, id: number): Promise<Known[]> {
  const { original_sealed, known_sealed } = await tx
    .selectFrom('letters')
    .select(['original_sealed', 'known_sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return known_sealed
    ? unsealKnown(platform, known_sealed)
    : knownOfOriginal(unsealOriginal(platform, original_sealed))
}
