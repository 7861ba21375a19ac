import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { type Article, assertMove, assertVersion } from './article.ts'
import { readyContent } from './content.ts'
import type { ArticleContent, ArticleStatus } from './contract.ts'
import { forgetKeptDraft } from './kept-draft-store.ts'
import { wantLinks } from './links/check-links.ts'
import { contentHashOf } from './revision.ts'
import { getRevision, insertRevision } from './revision-store.ts'
import { lockArticle, saveArticle } from './store.ts'

/**
 * Saves a new revision over the version that the author read; saving what is already there changes nothing.
 * Any change voids approvals, so an article under review goes back to draft; a published one stays public as it was.
 * Throws: Refusal not_allowed, edited_by_other, section_unknown, section_closed.
 */
export function saveDraft(
  platform: Platform,
  staff: Staff,
  id: number,
  input: ArticleContent & { version: number },
): Promise<{ version: number }> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.write')
    assertMove(article, 'edit')
    assertVersion(article, input.version)
    const { version, ...fields } = input
    const content = await readyContent(platform, tx, fields, id)
    const head = await getRevision(tx, article.headRevisionId)
    // What this person typed is saved now, or was there already.
    await forgetKeptDraft(tx, id, staff.id)
    if (contentHashOf(content) === head.contentHash) return { version }
    const at = platform.clock.now()
    const revision = await insertRevision(tx, {
      articleId: id,
      number: head.number + 1,
      content,
      staffId: staff.id,
      at,
    })
    await saveArticle(tx, article, { ...draftAgain(article), head_revision_id: revision.id }, at)
    await wantLinks(platform, tx, id, input)
    const detail = { hash: revision.contentHash, revision: head.number + 1 }
    record(tx, { actor: actorOf(staff), action: 'publishing.save', subject: { kind: 'article', id }, detail })
    return { version: version + 1 }
  })
}

function draftAgain(article: Article) {
  const status: ArticleStatus = article.status === 'published' ? 'published' : 'draft'
  return {
    status,
    awaited_step: null,
    submitted_by: null,
    publish_at: null,
  } as const
}
