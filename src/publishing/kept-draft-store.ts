import { type Db, sql, type Tx } from '#platform/db'

/** Says whether there is such an item. */
export async function storeKeptDraft(
  db: Db,
  kept: { articleId: number; staffId: number; version: number; form: string; at: Date },
): Promise<boolean> {
  const { version, form, at } = kept
  const row = await db
    .insertInto('kept_drafts')
    .columns(['article_id', 'staff_id', 'version', 'form', 'kept_at'])
    .expression((eb) =>
      eb
        .selectFrom('articles')
        .select(['id', sql.val(kept.staffId).as('staff_id'), sql.val(version).as('version')])
        .select([sql.val(form).as('form'), sql.val(at).as('kept_at')])
        .where('id', '=', kept.articleId),
    )
    .onConflict((on) => on.columns(['article_id', 'staff_id']).doUpdateSet({ version, form, kept_at: at }))
    .returning('article_id')
    .executeTakeFirst()
  return row !== undefined
}

export function findKeptDraft(db: Db, articleId: number, staffId: number) {
  return db
    .selectFrom('kept_drafts')
    .select(['version', 'form', 'kept_at'])
    .where('article_id', '=', articleId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
}

export async function forgetKeptDraft(db: Db | Tx, articleId: number, staffId: number): Promise<void> {
  await db
    .deleteFrom('kept_drafts')
    .where('article_id', '=', articleId)
    .where('staff_id', '=', staffId)
    .execute()
}
