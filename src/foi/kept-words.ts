import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { mask } from '#privacy'
import { knownOfCase } from './known-of-case.ts'
import { sealDescription } from './sealed.ts'

/** Words of staff that may name the applicant, for the log of a case: starred to read, whole under the seal. Law: PIPL art. 51. */
export async function keptWords(
  platform: Platform,
  tx: Tx,
  id: number,
  words: string,
): Promise<{ shown: string; sealed: string }> {
  const shown = mask(words, ...(await knownOfCase(platform, tx, id)))
  return { shown, sealed: sealDescription(platform, words).toString('base64') }
}
