import { type Db, sql } from '#platform/db'

/** A check that runs: the entry it has read to, and the newest one when it began. */
export type CheckProgress = { readTo: number; newest: number }

export async function noteProgress(db: Db, { readTo, newest }: CheckProgress): Promise<void> {
  const row = { read_to: readTo, newest, at: sql<Date>`now()` }
  await db
    .insertInto('audit_check_progress')
    .values(row)
    .onConflict((on) => on.column('only_one').doUpdateSet(row))
    .execute()
}

export async function endProgress(db: Db): Promise<void> {
  await db.deleteFrom('audit_check_progress').execute()
}

/** Undefined: no check runs, or the one that ran broke off. */
export async function checkProgress(db: Db): Promise<CheckProgress | undefined> {
  return db
    .selectFrom('audit_check_progress')
    .select(['read_to as readTo', 'newest'])
    .where('at', '>', sql<Date>`now() - interval '1 minute'`)
    .executeTakeFirst()
}
