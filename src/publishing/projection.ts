import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import type { Article } from './article.ts'
import { countsAsDisclosure } from './disclosure.ts'
import { nextIndexNumber } from './index-number.ts'
import { holdOpenSection, type OpenSection } from './open-section.ts'
import type { Revision } from './revision.ts'
import { revisionColumns } from './revision-store.ts'
import { neighboursOf, touchItem } from './touch-item.ts'

/**
 * Writes what the public sees from one revision (ADR 0008), and tells every node's page cache. An item written for a
 * section that was merged since stands where that one leads. Throws: Refusal section_closed.
 */
export async function showToPublic(
  platform: Platform,
  tx: Tx,
  article: Article,
  revision: Revision,
  at: Date,
) {
  const publishedAt = article.firstPublishedAt ?? at
  const section = await holdOpenSection(tx, revision.sectionId)
  const counted = await countedSection(tx, article.id, section)
  const index_number = await indexNumberFor(tx, article.id, publishedAt)
  const before = await neighboursOf(tx, article.id)
  const row = {
    ...publicColumns({ article, revision, section, counted, publishedAt, at }),
    index_number,
  }
  await tx
    .insertInto('published_articles')
    .values(row)
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet(row))
    .execute()
  await replaceAttachments(tx, revision)
  await tx
    .insertInto('deliveries')
    .values({
      article_id: article.id,
      channel: 'website',
      delivered_at: publishedAt,
      delivered_on: dayOf(publishedAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.updateTable('articles').set({ section_id: section.id }).where('id', '=', article.id).execute()
  await touchItem(platform, tx, article.id, [article.sectionId, section.id], before)
}

/** The row of what the public sees, but for its index number. One function for publishing and for preview. */
export function publicColumns(given: {
  article: Article
  revision: Revision
  section: { id: number }
  /** The section in which a report counts it. */
  counted: { id: number; counts_as_disclosure: boolean }
  publishedAt: Date
  at: Date
}) {
  const { article, revision, section, counted, publishedAt, at } = given
  const cover = revision.attachments.find((file) => file.role === 'cover')
  const { openness, openness_reason, ...content } = revisionColumns(revision)
  return {
    ...content,
    article_id: article.id,
    section_id: section.id,
    counted_section_id: counted.id,
    revision_id: revision.id,
    state: 'live',
    state_text: '',
    state_on: null,
    merged_into_id: null,
    counts_as_disclosure: countsAsDisclosure(revision, { countsAsDisclosure: counted.counts_as_disclosure }),
    cover_file_id: cover?.fileId ?? null,
    cover_alt: cover?.alt ?? '',
    content_hash: revision.contentHash,
    published_at: publishedAt,
    published_on: dayOf(publishedAt),
    updated_at: at,
  }
}

/**
 * An item is counted where it was published, also after that section was merged; only a correction that moves it to
 * another section moves its count.
 */
async function countedSection(tx: Tx, articleId: number, section: OpenSection) {
  const kept = await tx
    .selectFrom('published_articles as item')
    .innerJoin('sections', 'sections.id', 'item.counted_section_id')
    .select(['sections.id', 'sections.counts_as_disclosure'])
    .where('item.article_id', '=', articleId)
    .where('item.section_id', '=', section.id)
    .executeTakeFirst()
  return kept ?? section
}

/** An item keeps the number it was given first. */
async function indexNumberFor(tx: Tx, articleId: number, publishedAt: Date): Promise<string> {
  const { rows } = await sql<{ index_number: string | null }>`
    select index_number from published_articles where article_id = ${articleId}`.execute(tx)
  return rows[0]?.index_number ?? (await nextIndexNumber(tx, dayOf(publishedAt)))
}

async function replaceAttachments(tx: Tx, revision: Revision) {
  await tx.deleteFrom('published_attachments').where('article_id', '=', revision.articleId).execute()
  if (!revision.attachments.length) return
  const rows = revision.attachments.map((file, index) => ({
    article_id: revision.articleId,
    position: index + 1,
    file_id: file.fileId,
    name: file.name,
    media_type: file.mediaType,
    size_bytes: file.sizeBytes,
    role: file.role,
    alt: file.alt,
  }))
  await tx.insertInto('published_attachments').values(rows).execute()
}
