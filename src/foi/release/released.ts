import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { type Known, maskFileName } from '#privacy'
import type { Answer, ReleasedFile } from '../answer-store.ts'
import { withNames } from '../file-names.ts'
import { refuse } from '../refusals.ts'
import { type CaseFile, listCaseFiles } from './case-file-store.ts'

/** What is chosen to go out now: an answer is drafted with it, and the approval binds to it. Law: Order 711 art. 45. */
export async function chosenForRelease(db: Db | Tx, requestId: number): Promise<ReleasedFile[]> {
  const files = await listCaseFiles(db, requestId)
  return files.filter(({ shownToApplicant }) => shownToApplicant).map(({ id, sha256 }) => ({ id, sha256 }))
}

/** Throws: Refusal release_changed where what would go out is not what the answer was drafted with. */
export async function assertReleaseAsDrafted(tx: Tx, requestId: number, { released }: Answer): Promise<void> {
  const chosen = await chosenForRelease(tx, requestId)
  const same = chosen.length === released.length && chosen.every((file) => isReleased(released, file))
  if (!same) throw refuse('release_changed')
}

export const isReleased = (released: readonly ReleasedFile[], { id, sha256 }: ReleasedFile): boolean =>
  released.some((file) => file.id === id && file.sha256 === sha256)

/** The files of an answer as they stand in the case; erased ones are gone. */
export async function filesOfAnswer(
  db: Db | Tx,
  requestId: number,
  { released }: Answer,
): Promise<CaseFile[]> {
  return (await listCaseFiles(db, requestId)).filter((file) => isReleased(released, file))
}

/** The same for who approves: names starred, each with its hash. */
export async function releasedForStaff(
  platform: Platform,
  requestId: number,
  answer: Answer,
  known: readonly Known[],
) {
  const files = await filesOfAnswer(platform.db, requestId, answer)
  return (await withNames(platform, platform.db, files)).map(
    ({ id, name, role, sizeBytes, sha256, redactedFromId }) => ({
      id,
      name: maskFileName(name, ...known),
      role,
      sizeBytes,
      sha256,
      redactedFromId,
    }),
  )
}
