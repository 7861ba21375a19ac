import type { Platform, Verification } from '#platform'
import { contentHashOf } from './revision.ts'
import { listRevisionsById } from './revision-store.ts'

const itemsPerRead = 1000

/** What the public reads is what was decided on: content hash of the revision, the revision itself, and the page agree. */
export const publishedFingerprints: Verification = { name: 'published items', run: firstChanged }

async function firstChanged({ db }: Platform): Promise<string | undefined> {
  for (let after = 0; ; ) {
    const items = await db
      .selectFrom('published_articles')
      .select(['article_id', 'revision_id', 'content_hash', 'title', 'body_html'])
      .where('article_id', '>', after)
      .orderBy('article_id')
      .limit(itemsPerRead)
      .execute()
    const revisions = await listRevisionsById(
      db,
      items.map((item) => item.revision_id),
    )
    const byId = new Map(revisions.map((revision) => [revision.id, revision]))
    for (const item of items) {
      const revision = byId.get(item.revision_id)
      const hash = revision && contentHashOf(revision)
      if (hash !== revision?.contentHash) return `article ${item.article_id}: its revision was changed`
      const same = item.title === revision?.title && item.body_html === revision.bodyHtml
      if (hash !== item.content_hash || !same)
        return `article ${item.article_id}: the public page differs from its revision`
    }
    const last = items.at(-1)
    if (!last || items.length < itemsPerRead) return undefined
    after = last.article_id
  }
}
