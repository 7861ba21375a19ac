import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { readyContent } from './content.ts'
import type { ArticleContent } from './contract.ts'
import { wantLinks } from './links/check-links.ts'
import { insertRevision } from './revision-store.ts'

/** Starts a draft. Throws: Refusal not_allowed, section_unknown, section_closed. */
export function createArticle(
  platform: Platform,
  staff: Staff,
  input: ArticleContent,
): Promise<{ id: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.write')
    const at = platform.clock.now()
    const content = await readyContent(platform, tx, input)
    const { id } = await tx
      .insertInto('articles')
      .values({
        section_id: content.sectionId,
        created_by: staff.id,
        department_id: staff.departmentId,
        created_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const revision = await insertRevision(tx, { articleId: id, number: 1, content, staffId: staff.id, at })
    await tx.updateTable('articles').set({ head_revision_id: revision.id }).where('id', '=', id).execute()
    await wantLinks(platform, tx, id, input)
    const detail = { hash: revision.contentHash }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.create',
      subject: { kind: 'article', id },
      detail,
    })
    return { id }
  })
}
