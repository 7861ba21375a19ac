import type { Platform, Verification } from '#platform'
import type { Db } from '#platform/db'
import { contentHashOf, type Revision } from './revision.ts'
import { listRevisionsById, revisionColumns } from './revision-store.ts'

const itemsPerRead = 1000

/** What the public reads is what was decided on: content hash of the revision, the revision itself, the page and its files agree. */
export const publishedFingerprints: Verification = { name: 'published items', run: firstChanged }

async function firstChanged({ db }: Platform): Promise<string | undefined> {
  for (let after = 0; ; ) {
    const items = await db
      .selectFrom('published_articles')
      .selectAll()
      .where('article_id', '>', after)
      .orderBy('article_id')
      .limit(itemsPerRead)
      .execute()
    const revisions = await listRevisionsById(
      db,
      items.map((item) => item.revision_id),
    )
    const files = await filesOf(
      db,
      items.map((item) => item.article_id),
    )
    const byId = new Map(revisions.map((revision) => [revision.id, revision]))
    for (const item of items) {
      const revision = byId.get(item.revision_id)
      const hash = revision && contentHashOf(revision)
      if (hash !== revision?.contentHash) return `article ${item.article_id}: its revision was changed`
      const shown = { ...item, files: files.get(item.article_id) ?? [] }
      if (hash !== item.content_hash || !revision || !isAsDecided(shown, revision))
        return `article ${item.article_id}: the public page differs from its revision`
    }
    const last = items.at(-1)
    if (!last || items.length < itemsPerRead) return undefined
    after = last.article_id
  }
}

/** What a withdrawal, a merged section or a count writes beside the content (state, section, days) is not compared. */
function isAsDecided(shown: Record<string, unknown>, revision: Revision): boolean {
  const { section_id, openness, openness_reason, ...content } = revisionColumns(revision)
  const cover = revision.attachments.find((file) => file.role === 'cover')
  const decided = {
    ...content,
    cover_file_id: cover?.fileId ?? null,
    cover_alt: cover?.alt ?? '',
    files: revision.attachments.map(({ name, role, alt, sha256 }) => [name, role, alt, sha256]),
  }
  return Object.entries(decided).every(([key, value]) => JSON.stringify(shown[key]) === JSON.stringify(value))
}

/** The files of each item as the public sees them: name, role, description, SHA-256 of the stored file. */
async function filesOf(db: Db, articleIds: readonly number[]) {
  if (!articleIds.length) return new Map<number, (string | null)[][]>()
  const rows = await db
    .selectFrom('published_attachments as file')
    .leftJoin('stored_files as stored', 'stored.id', 'file.file_id')
    .select(['article_id', 'file.name', 'role', 'alt', 'sha256'])
    .where('article_id', 'in', articleIds)
    .orderBy('article_id')
    .orderBy('position')
    .execute()
  const each = Map.groupBy(rows, (row) => row.article_id)
  return new Map(
    [...each].map(([id, files]) => [
      id,
      files.map(({ name, role, alt, sha256 }) => [name, role, alt, sha256]),
    ]),
  )
}
