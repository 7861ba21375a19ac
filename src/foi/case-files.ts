import type { Readable } from 'node:stream'
import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import { type Platform, refuse as refuseGeneral } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { FormFile } from '#platform/http'
import type { FileKindOfCase } from './contract.ts'
import { keepSealed, withNames } from './file-names.ts'
import { moveRequest } from './move-request.ts'
import { assertCan } from './permission.ts'
import { refuse } from './refusals.ts'

/** Unit: bytes. */
export const caseFileLimitBytes = 50 * 1024 * 1024

export type CaseFile = {
  id: number
  fileId: number
  kind: FileKindOfCase
  name: string
  sizeBytes: number
  addedAt: Date
}

export async function listCaseFiles(db: Db | Tx, requestId: number): Promise<CaseFile[]> {
  const rows = await db
    .selectFrom('foi_files')
    .innerJoin('stored_files', 'stored_files.id', 'foi_files.file_id')
    .select([
      'foi_files.id',
      'foi_files.file_id as fileId',
      'kind',
      'stored_files.name',
      'size_bytes as sizeBytes',
      'foi_files.added_at as addedAt',
    ])
    .where('request_id', '=', requestId)
    .orderBy('foi_files.id')
    .execute()
  return rows as CaseFile[]
}

/** Scans of what came on paper, proofs of delivery, letters: all sealed. Throws: Refusal file_missing, file_too_large, and those of #platform/files. */
export function addCaseFile(
  platform: Platform,
  staff: Staff,
  id: number,
  kind: FileKindOfCase,
  file: FormFile | undefined,
): Promise<void> {
  return moveRequest(platform, staff, id, 'add_file', async (tx) => {
    if (!file) throw refuse('file_missing')
    if (file.tooLarge) throw refuseGeneral('too_large')
    const { id: fileId, sha256 } = await keepSealed(platform, tx, file, {
      accept: ['pdf', 'image', 'document', 'spreadsheet', 'text'],
      limitBytes: caseFileLimitBytes,
    })
    await tx
      .insertInto('foi_files')
      .values({
        request_id: id,
        file_id: fileId,
        kind,
        added_by: staff.id,
        added_at: platform.clock.now(),
      })
      .execute()
    return { kind: 'file_added', on: platform.clock.today(), detail: { file: kind, sha256 } }
  })
}

/** Opens the seal of a file; each reading is on the audit record. Throws: Refusal not_allowed, not_found, file_gone. */
export async function openCaseFile(
  platform: Platform,
  staff: Staff,
  id: number,
  caseFileId: number,
): Promise<{ name: string; mediaType: string; stream: Readable }> {
  const fileId = await platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.read_applicant')
    const row = await tx
      .selectFrom('foi_files')
      .select(['file_id', 'kind'])
      .where('id', '=', caseFileId)
      .where('request_id', '=', id)
      .executeTakeFirst()
    if (!row) throw refuseGeneral('not_found')
    const subject = { kind: 'foi_request', id }
    record(tx, { actor: actorOf(staff), action: 'foi.read_file', subject, detail: { kind: row.kind } })
    return row.file_id
  })
  const { file, stream } = await platform.files.open({ id: fileId })
  const [named] = await withNames(platform, platform.db, [{ fileId, name: file.name }])
  return { name: named?.name ?? file.name, mediaType: file.mediaType, stream }
}
