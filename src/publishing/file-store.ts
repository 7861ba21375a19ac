import type { Db, Tx } from '#platform/db'
import type { FileText } from '#platform/files'
import type { ArticleContent } from './contract.ts'
import { refuse } from './refusals.ts'
import type { RevisionAttachment } from './revision.ts'

type Named = ArticleContent['attachments'][number]

/**
 * The files an author named and those the text shows, with what the file store knows of them. Only what came in
 * through the editor: a file of another module, or a sealed one, is unknown here. Throws: Refusal attachment_unknown.
 */
export async function listStoredFiles(
  tx: Tx,
  given: { attachments: readonly Named[]; shown: readonly number[]; now: Date },
  textOf: (file: { id: number }, tx: Tx) => Promise<FileText>,
): Promise<RevisionAttachment[]> {
  const kept = given.attachments.filter((file) => file.role !== 'inline' || given.shown.includes(file.fileId))
  const named = new Set(kept.map((file) => file.fileId))
  const added = given.shown.filter((id) => !named.has(id))
  const rows = await findUploads(tx, [...named, ...added])
  const texts = await knownTexts(tx, [...rows.keys()], given.now)
  const inline = added.map((fileId) => ({ fileId, name: '', role: 'inline', alt: '' }) as const)
  const files: RevisionAttachment[] = []
  for (const file of [...kept, ...inline]) {
    const row = rows.get(file.fileId)
    if (!row) throw refuse('attachment_unknown')
    const stored = { mediaType: row.media_type, sizeBytes: row.size_bytes, sha256: row.sha256 }
    const { text, whole } = texts.get(row.id) ?? (await textOf({ id: row.id }, tx))
    const read = { extractedText: text, readWhole: whole }
    files.push({ ...file, name: file.name || row.name, ...stored, ...read })
  }
  return files
}

async function findUploads(tx: Tx, ids: readonly number[]) {
  if (!ids.length) return new Map()
  const rows = await tx
    .selectFrom('uploads')
    .innerJoin('stored_files as file', 'file.id', 'uploads.file_id')
    .select(['file.id', 'file.name', 'file.media_type', 'file.size_bytes', 'file.sha256'])
    .where('uploads.file_id', 'in', ids)
    .where('file.sealed', '=', false)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Unit: minutes after which a document that was not read whole is read once more. */
const againAfterMinutes = 10

/**
 * A document is read once: its text is kept with the first revision that carries it. One that was not read whole is
 * read again later, because the reading may have failed; what has no text by nature (pictures, films) is not.
 */
async function knownTexts(tx: Tx, ids: readonly number[], now: Date): Promise<Map<number, FileText>> {
  if (!ids.length) return new Map()
  const lately = new Date(now.getTime() - againAfterMinutes * 60_000)
  const rows = await tx
    .selectFrom('revision_attachments as file')
    .innerJoin('revisions', 'revisions.id', 'file.revision_id')
    .distinctOn('file.file_id')
    .select(['file.file_id', 'file.extracted_text', 'file.read_whole'])
    .where('file.file_id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('file.read_whole', '=', true),
        eb('revisions.created_at', '>', lately),
        eb('file.media_type', '~', '^(image|video|audio)/'),
      ]),
    )
    .orderBy('file.file_id')
    .orderBy('file.read_whole', 'desc')
    .orderBy((eb) => eb.fn('length', ['file.extracted_text']), 'desc')
    .execute()
  return new Map(rows.map((row) => [row.file_id, { text: row.extracted_text, whole: row.read_whole }]))
}

/** A file that staff may look at while they write: it came in through the editor and is no personal data. */
export async function findUpload(db: Db, id: number): Promise<PublicFile | undefined> {
  const row = await db
    .selectFrom('uploads')
    .innerJoin('stored_files as file', 'file.id', 'uploads.file_id')
    .select([
      'file.id',
      'file.name',
      'file.media_type as mediaType',
      'file.size_bytes as sizeBytes',
      'file.sha256',
    ])
    .where('file.id', '=', id)
    .where('file.sealed', '=', false)
    .executeTakeFirst()
  return row
}

export type PublicFile = { id: number; name: string; mediaType: string; sizeBytes: number; sha256: string }

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
