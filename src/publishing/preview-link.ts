import { createHash, randomBytes } from 'node:crypto'
import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { lockArticle } from './store.ts'

/** Only the hash is kept: who reads the database cannot follow the link. */
export const previewHashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * A secret address under which somebody without an account sees the item as the public will.
 * Unit: days until it ends. Throws: Refusal not_allowed, not_found.
 */
export function createPreviewLink(
  platform: Platform,
  staff: Staff,
  articleId: number,
  days: number,
): Promise<{ id: number; path: string }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.read')
    await lockArticle(tx, articleId)
    const token = randomBytes(24).toString('base64url')
    const at = platform.clock.now()
    const { id } = await tx
      .insertInto('preview_links')
      .values({
        token_hash: previewHashOf(token),
        article_id: articleId,
        created_by: staff.id,
        created_at: at,
        expires_at: new Date(at.getTime() + days * 86_400_000),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const subject = { kind: 'article', id: articleId }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.make_preview',
      subject,
      detail: { link: id, days },
    })
    return { id, path: `/preview/${token}` }
  })
}

/** The link leads nowhere from now on. Throws: Refusal not_allowed, not_found. */
export function revokePreviewLink(platform: Platform, staff: Staff, articleId: number, id: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.read')
    const { numUpdatedRows } = await tx
      .updateTable('preview_links')
      .set({ revoked_at: platform.clock.now() })
      .where('id', '=', id)
      .where('article_id', '=', articleId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    const subject = { kind: 'article', id: articleId }
    record(tx, { actor: actorOf(staff), action: 'publishing.revoke_preview', subject, detail: { link: id } })
  })
}

/** `active` by the server's clock: the reader's own may be wrong. */
export async function listPreviewLinks({ db, clock }: Platform, articleId: number) {
  const rows = await db
    .selectFrom('preview_links as link')
    .innerJoin('staff', 'staff.id', 'link.created_by')
    .select(['link.id', 'link.created_at', 'link.expires_at', 'link.revoked_at', 'staff.name as by'])
    .where('link.article_id', '=', articleId)
    .orderBy('link.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, active: row.revoked_at === null && row.expires_at > clock.now() }))
}
