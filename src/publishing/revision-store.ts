import type { Selectable } from 'kysely'
import { refuse as refuseGenerally } from '#platform'
import type { Database, Db, Tx } from '#platform/db'
import type { Revision, RevisionAttachment, RevisionContent } from './revision.ts'
import { contentHashOf } from './revision.ts'

/** Appends a revision and its attachments; revisions are never changed. */
export async function insertRevision(
  tx: Tx,
  given: { articleId: number; number: number; content: RevisionContent; staffId: number | null; at: Date },
): Promise<{ id: number; contentHash: string }> {
  const { articleId, number, content, staffId, at } = given
  const contentHash = contentHashOf(content)
  const { id } = await tx
    .insertInto('revisions')
    .values({
      article_id: articleId,
      number,
      ...revisionColumns(content),
      content_hash: contentHash,
      created_by: staffId,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (content.attachments.length) await insertAttachments(tx, id, content.attachments)
  return { id, contentHash }
}

async function insertAttachments(tx: Tx, revisionId: number, attachments: readonly RevisionAttachment[]) {
  const rows = attachments.map((file, index) => ({
    revision_id: revisionId,
    position: index + 1,
    file_id: file.fileId,
    name: file.name,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    role: file.role,
    alt: file.alt,
    extracted_text: file.extractedText,
    read_whole: file.readWhole,
  }))
  await tx.insertInto('revision_attachments').values(rows).execute()
}

/** Throws: Refusal not_found. */
export async function getRevision(db: Db | Tx, id: number | null): Promise<Revision> {
  const row = id && (await db.selectFrom('revisions').selectAll().where('id', '=', id).executeTakeFirst())
  if (!row) throw refuseGenerally('not_found')
  const files = await db
    .selectFrom('revision_attachments')
    .selectAll()
    .where('revision_id', '=', row.id)
    .orderBy('position')
    .execute()
  return asRevision(row, files.map(asAttachment))
}

/** Many revisions with their attachments, two queries for all. */
export async function listRevisionsById(db: Db | Tx, ids: readonly number[]): Promise<Revision[]> {
  if (!ids.length) return []
  const rows = await db.selectFrom('revisions').selectAll().where('id', 'in', ids).execute()
  const files = await db
    .selectFrom('revision_attachments')
    .selectAll()
    .where('revision_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byRevision = Map.groupBy(files, (file) => file.revision_id)
  return rows.map((row) => asRevision(row, (byRevision.get(row.id) ?? []).map(asAttachment)))
}

/** The content's columns, shared by revisions and the bulk import. */
export function revisionColumns(content: RevisionContent) {
  return {
    section_id: content.sectionId,
    title: content.title,
    subtitle: content.subtitle,
    summary: content.summary,
    keywords: content.keywords,
    media: content.media,
    body_html: content.bodyHtml,
    body_text: content.bodyText,
    link_url: content.linkUrl,
    origin: content.origin,
    source_name: content.sourceName,
    source_url: content.sourceUrl,
    originally_published_on: content.originallyPublishedOn,
    author_name: content.authorName,
    document_kind: content.documentKind,
    interpretation_form: content.interpretationForm,
    document_number: content.documentNumber,
    issuing_body: content.issuingBody,
    document_date: content.documentDate,
    effectiveness: content.effectiveness,
    subject_category: content.subjectCategory,
    openness: content.openness,
    openness_reason: content.opennessReason,
    open_stage: content.openStage,
    successor_id: content.successorId,
  }
}

function asRevision(row: Selectable<Database['revisions']>, attachments: RevisionAttachment[]): Revision {
  const content = {
    sectionId: row.section_id,
    title: row.title,
    subtitle: row.subtitle,
    summary: row.summary,
    keywords: row.keywords,
    media: row.media,
    bodyHtml: row.body_html,
    bodyText: row.body_text,
    linkUrl: row.link_url,
    origin: row.origin,
    sourceName: row.source_name,
    sourceUrl: row.source_url,
    originallyPublishedOn: row.originally_published_on,
    authorName: row.author_name,
    documentKind: row.document_kind,
    interpretationForm: row.interpretation_form,
    documentNumber: row.document_number,
    issuingBody: row.issuing_body,
    documentDate: row.document_date,
    effectiveness: row.effectiveness,
    subjectCategory: row.subject_category,
    openness: row.openness,
    opennessReason: row.openness_reason,
    openStage: row.open_stage,
    successorId: row.successor_id,
    attachments,
  }
  // The database's CHECKs hold the literal unions; the row type only knows text.
  const checked = content as RevisionContent
  return {
    ...checked,
    id: row.id,
    articleId: row.article_id,
    number: row.number,
    contentHash: row.content_hash,
    createdBy: row.created_by,
  }
}

function asAttachment(row: Selectable<Database['revision_attachments']>): RevisionAttachment {
  return {
    fileId: row.file_id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    role: row.role as RevisionAttachment['role'],
    alt: row.alt,
    extractedText: row.extracted_text,
    readWhole: row.read_whole,
  }
}
