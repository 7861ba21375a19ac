import { type Db, sql, type Tx } from '#platform/db'
import type { ArticleContent } from './contract.ts'
import { refuse } from './refusals.ts'
import type { RevisionAttachment } from './revision.ts'

type StoredRow = { id: number; media_type: string; size_bytes: number; sha256: string }

/** The attachments an author named, with what the file store knows of them. Throws: Refusal attachment_unknown. */
export async function listStoredFiles(
  tx: Tx,
  attachments: ArticleContent['attachments'],
  textOf: (file: { id: number }, tx: Tx) => Promise<string>,
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
    files.push({ ...file, ...stored, extractedText: await textOf({ id: row.id }, tx) })
  }
  return files
}

type PublicFile = { id: number; name: string; mediaType: string; sizeBytes: number; sha256: string }

/** A file that some visible item carries, never a sealed one; undefined: for the public it does not exist. */
export async function findPublicFile(db: Db, id: number): Promise<PublicFile | undefined> {
  const row = await db
    .selectFrom('published_attachments')
    .innerJoin('published_articles', 'published_articles.article_id', 'published_attachments.article_id')
    .innerJoin('stored_files', 'stored_files.id', 'published_attachments.file_id')
    .select([
      'stored_files.id',
      'published_attachments.name',
      'stored_files.media_type',
      'stored_files.size_bytes',
      'stored_files.sha256',
    ])
    .where('stored_files.id', '=', id)
    .where('stored_files.sealed', '=', false)
    .where('published_articles.state', 'in', ['live', 'archived'])
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { name, sha256 } = row
  return { id: row.id, name, mediaType: row.media_type, sizeBytes: row.size_bytes, sha256 }
}
