import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { FileKind, StoredFile, Upload } from '#platform/files'

/** Unit: bytes. Video of an interview fits; a whole archive does not. */
export const uploadLimitBytes = 100 * 1024 * 1024
const accept: readonly FileKind[] = [
  ...(['image', 'video', 'audio', 'pdf', 'document', 'spreadsheet'] as const),
  ...(['presentation', 'text', 'archive'] as const),
]

/** The bytes, the row and the audit entry, or none of them. Throws: Refusal not_allowed, file_*. */
export function uploadFile(platform: Platform, staff: Staff, upload: Upload): Promise<StoredFile> {
  assertCan(staff, 'publishing.write')
  return platform.inTransaction((tx) => keepUpload(platform, tx, staff, upload))
}

/** The same inside a use case that brings several files. */
export async function keepUpload(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  upload: Upload,
): Promise<StoredFile> {
  const file = await platform.files.put(tx, upload, { accept, limitBytes: uploadLimitBytes })
  const uploadedAt = platform.clock.now()
  await tx
    .insertInto('uploads')
    .values({ file_id: file.id, uploaded_by: staff.id, uploaded_at: uploadedAt })
    .execute()
  const { sha256, sizeBytes, originalSha256 } = file
  const detail = { sha256, sizeBytes, ...(originalSha256 === sha256 ? {} : { originalSha256 }) }
  const subject = { kind: 'file', id: file.id }
  record(tx, { actor: actorOf(staff), action: 'publishing.upload', subject, detail })
  return file
}
