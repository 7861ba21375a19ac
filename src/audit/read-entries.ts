import { addDays, type Day, instantOf } from '#platform/clock'
import type { Db } from '#platform/db'
import { everyRow, type KeysetPage, keysetPage } from '#platform/table'

/** What the viewer asks for. Days are Shanghai days, both included. */
export type AuditQuery = {
  actor?: string | undefined
  /** A whole action ('foi.extend') or a module ('foi'). */
  action?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}

const columns = [
  'id',
  'at',
  'actor_kind',
  'actor_name',
  'action',
  'subject_kind',
  'subject_id',
  'detail',
  'algorithm',
  'previous_hash',
  'hash',
] as const
const select = (db: Db) => db.selectFrom('audit_entries').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export type AuditEntry = ReturnType<typeof fromRow>
const fromRow = (row: Row) => ({
  id: row.id,
  at: row.at,
  actorKind: row.actor_kind,
  actorName: row.actor_name,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  detail: row.detail as Record<string, unknown>,
  algorithm: row.algorithm,
  previousHash: row.previous_hash,
  hash: row.hash,
})

function narrowed(db: Db, query: AuditQuery) {
  let rows = select(db)
  const { actor, action, subjectKind, subjectId, from, to } = query
  if (actor) rows = rows.where('actor_name', '=', actor)
  if (action?.includes('.')) rows = rows.where('action', '=', action)
  // '/' is the next character after '.': every action of the module, by its index.
  else if (action) rows = rows.where('action', '>=', `${action}.`).where('action', '<', `${action}/`)
  if (subjectKind) rows = rows.where('subject_kind', '=', subjectKind)
  if (subjectId) rows = rows.where('subject_id', '=', subjectId)
  if (from) rows = rows.where('at', '>=', instantOf(from))
  if (to) rows = rows.where('at', '<', instantOf(addDays(to, 1)))
  return rows
}

export async function listEntries(
  db: Db,
  query: AuditQuery,
  page: { direction: 'asc' | 'desc'; after?: string | undefined; limit?: number },
): Promise<KeysetPage<AuditEntry>> {
  const { items, next } = await keysetPage(narrowed(db, query), { sort: 'id', id: 'id', ...page })
  return { items: items.map(fromRow), next }
}

/** All of them, oldest first, read a thousand at a time. */
export const eachEntry = (db: Db, query: AuditQuery): AsyncGenerator<AuditEntry> =>
  everyRow((after: string | undefined) => listEntries(db, query, { direction: 'asc', after, limit: 1000 }))

export async function getEntry(db: Db, id: number): Promise<AuditEntry | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Which actions were recorded, for the filter; read from the index, one step an action. */
export async function listActions(db: Db): Promise<string[]> {
  const actions: string[] = []
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('audit_entries')
      .select('action')
      .where('action', '>', last)
      .orderBy('action')
      .limit(1)
      .executeTakeFirst()
    if (!row) return actions
    actions.push(row.action)
    last = row.action
  }
}
