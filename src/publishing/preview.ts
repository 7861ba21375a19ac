import type { Platform } from '#platform'
import type { PublicFile } from './file-store.ts'
import { sectionNow } from './open-section.ts'
import { previewHashOf } from './preview-link.ts'
import { publicColumns } from './projection.ts'
import { getRevision } from './revision-store.ts'
import { findArticle } from './store.ts'

/**
 * The item behind a secret address, as the row that publishing would write now; undefined when the link is unknown,
 * revoked or past its end. The index number is given at publication only.
 */
export async function findPreview({ db, clock }: Platform, token: string) {
  const articleId = await articleBehind({ db, clock }, token)
  const article = articleId === undefined ? undefined : await findArticle(db, articleId)
  if (!article) return undefined
  const revision = await getRevision(db, article.headRevisionId)
  const now = clock.now()
  const section = await sectionNow(db, revision.sectionId)
  const { code, name, description, column_type, keywords: section_keywords } = section
  const publishedAt = article.firstPublishedAt ?? now
  const given = { article, revision, section, counted: section, publishedAt, at: now }
  const known = await db
    .selectFrom('published_articles')
    .select('index_number')
    .where('article_id', '=', article.id)
    .executeTakeFirst()
  const tags = { code, name, description, column_type, section_keywords }
  const item = { ...tags, ...publicColumns(given), index_number: known?.index_number ?? null }
  const attachments = revision.attachments
    .filter((file) => file.role === 'attachment')
    .map((file) => ({ file_id: file.fileId, name: file.name, size_bytes: file.sizeBytes }))
  return { item, attachments }
}

/** A file of the previewed revision, inline pictures included. */
export async function findPreviewFile(
  platform: Pick<Platform, 'db' | 'clock'>,
  token: string,
  fileId: number,
): Promise<PublicFile | undefined> {
  const articleId = await articleBehind(platform, token)
  if (articleId === undefined) return undefined
  const file = await platform.db
    .selectFrom('articles')
    .innerJoin('revision_attachments as file', 'file.revision_id', 'articles.head_revision_id')
    .select(['file.file_id as id', 'file.name', 'file.media_type as mediaType'])
    .select(['file.size_bytes as sizeBytes', 'file.sha256'])
    .where('articles.id', '=', articleId)
    .where('file.file_id', '=', fileId)
    .executeTakeFirst()
  return file
}

async function articleBehind({ db, clock }: Pick<Platform, 'db' | 'clock'>, token: string) {
  const link = await db
    .selectFrom('preview_links')
    .select('article_id')
    .where('token_hash', '=', previewHashOf(token))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  return link?.article_id
}
