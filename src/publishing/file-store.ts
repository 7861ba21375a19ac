import { sql, type Tx } from '#platform/db'
import type { ArticleContent } from './contract.ts'
import { refuse } from './refusals.ts'
import type { RevisionAttachment } from './revision.ts'

type StoredRow = { id: number; media_type: string; size_bytes: number; sha256: string }

/** The attachments an author named, with what the file store knows of them. Throws: Refusal attachment_unknown. */
export async function listStoredFiles(
  tx: Tx,
  attachments: ArticleContent['attachments'],
  textOf: (file: { id: number }) => Promise<string>,
): Promise<RevisionAttachment[]> {
  if (!attachments.length) return []
  const ids = attachments.map((file) => file.fileId)
  const { rows } = await sql<StoredRow>`
    select id, media_type, size_bytes, sha256 from stored_files where id = any(${ids}::bigint[])`.execute(tx)
  const known = new Map(rows.map((row) => [row.id, row]))
  const files: RevisionAttachment[] = []
  for (const file of attachments) {
    const row = known.get(file.fileId)
    if (!row) throw refuse('attachment_unknown')
    const stored = { mediaType: row.media_type, sizeBytes: row.size_bytes, sha256: row.sha256 }
    files.push({ ...file, ...stored, extractedText: await textOf({ id: row.id }) })
  }
  return files
}
