import type { Insertable } from 'kysely'
import { type Platform, refuse } from '#platform'
import type { Database, Db, Tx } from '#platform/db'
import type { SiteErrorKind, SiteErrorStatus } from './contract.ts'

/** The id; undefined when this very form was kept before. */
export async function insertSiteError(tx: Tx, row: Insertable<Database['site_errors']>) {
  const kept = await tx
    .insertInto('site_errors')
    .values(row)
    .onConflict((conflict) => conflict.column('submission_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept?.id
}

/** Throws: Refusal not_found. Locks the row until the transaction ends. */
export async function lockSiteError(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('site_errors')
    .select(['id', 'status'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return { id: row.id, status: row.status as SiteErrorStatus }
}

export async function saveSiteError(
  tx: Tx,
  id: number,
  changes: Partial<Insertable<Database['site_errors']>>,
) {
  await tx.updateTable('site_errors').set(changes).where('id', '=', id).execute()
}

const listedColumns = [
  ...(['site_errors.id', 'page', 'kind', 'words_public', 'status', 'received_on'] as const),
  ...(['forward_due_on', 'answer_due_on', 'forwarded_on', 'answered_on', 'answer', 'founded'] as const),
] as const

/** Open ones first, the oldest of them first; then the newest answers. */
export async function listForStaff(db: Db, limit: number) {
  const rows = await db
    .selectFrom('site_errors')
    .leftJoin('departments', 'departments.id', 'site_errors.department_id')
    .select(listedColumns)
    .select('departments.name as department')
    .orderBy((eb) => eb('status', '=', 'answered'))
    .orderBy((eb) => eb.case().when('status', '=', 'answered').then(null).else(eb.ref('received_at')).end())
    .orderBy('answered_on', 'desc')
    .orderBy('site_errors.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(typed)
}

/** Answered ones in which something was wrong, newest first. */
export async function listPublic(db: Db, before: number | undefined, limit: number) {
  const rows = await db
    .selectFrom('site_errors')
    .select(listedColumns)
    .where('founded', '=', true)
    .$if(before !== undefined, (q) => q.where('site_errors.id', '<', before ?? 0))
    .orderBy('site_errors.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(typed)
}

export async function findOriginal({ db }: Platform, id: number) {
  return db
    .selectFrom('site_errors')
    .select(['id', 'original_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
}

const typed = <Row extends { kind: string; status: string }>(row: Row) => ({
  ...row,
  kind: row.kind as SiteErrorKind,
  status: row.status as SiteErrorStatus,
})
export type PublicSiteError = Awaited<ReturnType<typeof listPublic>>[number]
