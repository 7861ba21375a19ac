import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { maskFileName, maskKnown } from '#privacy'
import { withNames } from '../file-names.ts'
import { knownOfParties } from '../known-of-case.ts'
import { fileKindLabels } from '../labels.ts'
import { listCaseFiles } from '../release/case-file-store.ts'
import { caseFileRoleLabels } from '../release/role-labels.ts'

/** One file that is kept about the person; a copy is handed over on asking, by its hash. Unit: bytes. */
export type PersonFile = {
  what: string
  name: string
  addedOn: string | null
  sizeBytes: number
  sha256: string
}

/**
 * What came in, proofs, and the information that was given out. Records that the agency holds and withholds tell nothing about who
 * asks and stay out; whoever was consulted is masked. Law: PIPL art. 45.
 */
export async function filesOfPerson(platform: Platform, tx: Tx, requestId: number): Promise<PersonFile[]> {
  const received = await tx
    .selectFrom('foi_files')
    .innerJoin('stored_files', 'stored_files.id', 'foi_files.file_id')
    .select(['kind', 'file_id as fileId', 'name', 'foi_files.added_at', 'size_bytes as sizeBytes', 'sha256'])
    .where('request_id', '=', requestId)
    .orderBy('foi_files.id')
    .execute()
  const parties = await knownOfParties(platform, tx, requestId)
  const kept = (await listCaseFiles(tx, requestId)).filter(
    ({ role, shownToApplicant }) => shownToApplicant || role === 'delivery_proof' || role === 'other',
  )
  return [
    ...(await withNames(platform, tx, received)).map(({ kind, name, added_at, sizeBytes, sha256 }) => ({
      what: fileKindLabels[kind as keyof typeof fileKindLabels],
      name: maskKnown(name, parties),
      addedOn: dayOf(added_at),
      sizeBytes,
      sha256,
    })),
    ...(await withNames(platform, tx, kept)).map(({ role, name, sizeBytes, sha256 }) => ({
      what: caseFileRoleLabels[role],
      name: maskFileName(name, ...parties),
      addedOn: null,
      sizeBytes,
      sha256,
    })),
  ]
}
