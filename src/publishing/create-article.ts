import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { readyContent } from './content.ts'
import type { ArticleContent } from './contract.ts'
import { wantLinks } from './links/check-links.ts'
import { insertRevision } from './revision-store.ts'

/**
 * Starts a draft. `replayKey` is the form's own: the same form sent again answers the item that it made the first time.
 * Throws: Refusal not_allowed, section_unknown, section_closed, attachment_unknown, successor_invalid, unsafe_content.
 */
export function createArticle(
  platform: Platform,
  staff: Staff,
  input: ArticleContent,
  replayKey?: string,
): Promise<{ id: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.write')
    return insertDraft(platform, tx, staff, input, replayKey)
  })
}

/** The same for a caller that asked its own permission. Throws: Refusal section_unknown, section_closed, attachment_unknown. */
export async function insertDraft(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  input: ArticleContent,
  replayKey?: string,
): Promise<{ id: number }> {
  const at = platform.clock.now()
  const content = await readyContent(platform, tx, input)
  const made = await tx
    .insertInto('articles')
    .values({
      section_id: content.sectionId,
      created_by: staff.id,
      department_id: staff.departmentId,
      created_at: at,
      updated_at: at,
      import_key: replayKey ? importKeyOf(staff, replayKey) : null,
    })
    .onConflict((on) => on.column('import_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return madeBefore(tx, importKeyOf(staff, replayKey))
  const { id } = made
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
}

const importKeyOf = (staff: Staff, replayKey: string | undefined) => `form:${staff.id}:${replayKey}`

function madeBefore(tx: Tx, importKey: string): Promise<{ id: number }> {
  return tx.selectFrom('articles').select('id').where('import_key', '=', importKey).executeTakeFirstOrThrow()
}
