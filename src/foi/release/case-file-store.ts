import type { Db, Tx } from '#platform/db'
import { refuse } from '../refusals.ts'

export const caseFileRoles = ['record', 'redacted', 'delivery_proof', 'other'] as const
export type CaseFileRole = (typeof caseFileRoles)[number]

/** A file of a case besides its letters. Unit: bytes. */
export type CaseFile = {
  id: number
  requestId: number
  fileId: number
  role: CaseFileRole
  note: string
  redactedFromId: number | null
  reasons: string[]
  shownToApplicant: boolean
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
}

const select = (db: Db | Tx) =>
  db
    .selectFrom('foi_case_files as kept')
    .innerJoin('stored_files', 'stored_files.id', 'kept.file_id')
    .select(['kept.id', 'kept.request_id', 'kept.file_id', 'kept.role', 'kept.note', 'kept.redacted_from_id'])
    .select(['kept.reasons', 'kept.shown_to_applicant', 'stored_files.name', 'stored_files.media_type'])
    .select(['stored_files.size_bytes', 'stored_files.sha256'])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function listCaseFiles(db: Db | Tx, requestId: number): Promise<CaseFile[]> {
  const rows = await select(db).where('kept.request_id', '=', requestId).orderBy('kept.id').execute()
  return rows.map(fromRow)
}

/** Throws: Refusal file_not_of_case. */
export async function getCaseFile(db: Db | Tx, requestId: number, id: number): Promise<CaseFile> {
  const row = await select(db)
    .where('kept.request_id', '=', requestId)
    .where('kept.id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('file_not_of_case')
  return fromRow(row)
}

export async function insertCaseFile(
  tx: Tx,
  file: Pick<CaseFile, 'requestId' | 'fileId' | 'role'> &
    Partial<Pick<CaseFile, 'note' | 'redactedFromId' | 'reasons'>> & { staffId: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('foi_case_files')
    .values({
      request_id: file.requestId,
      file_id: file.fileId,
      role: file.role,
      note: file.note ?? '',
      redacted_from_id: file.redactedFromId ?? null,
      reasons: JSON.stringify(file.reasons ?? []),
      added_by: file.staffId,
      added_at: file.at,
    })
    .execute()
}

function fromRow(row: Row): CaseFile {
  return {
    id: row.id,
    requestId: row.request_id,
    fileId: row.file_id,
    role: row.role as CaseFileRole,
    note: row.note,
    redactedFromId: row.redacted_from_id,
    reasons: row.reasons as string[],
    shownToApplicant: row.shown_to_applicant,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
  }
}
