import type { Insertable } from 'kysely'
import { refuse } from '#platform'
import type { Day } from '#platform/clock'
import { type Database, type Db, sql, type Tx } from '#platform/db'
import type { CallKind, CallListQuery, CallOutcome } from './contract.ts'

const pageSize = 50

/** Ids of the new ones; a call that was taken over before is left out. */
export async function insertCalls(tx: Tx, rows: Insertable<Database['calls']>[]): Promise<number[]> {
  const kept = await tx
    .insertInto('calls')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return kept.map(({ id }) => id)
}

/** Newest first, masked; `after` is the last id seen. */
export async function listCalls(db: Db | Tx, { after, kind, topic }: CallListQuery) {
  let query = db
    .selectFrom('calls')
    .leftJoin('staff', 'staff.id', 'calls.agent_id')
    .select([
      'calls.id',
      'calls.called_at as calledAt',
      'calls.kind',
      'calls.topic',
      'calls.content_masked as contentMasked',
      'calls.answer',
      'calls.outcome',
      'calls.forwarded_to as forwardedTo',
      'staff.name as agentName',
    ])
    .orderBy('calls.id', 'desc')
    .limit(pageSize)
  if (after) query = query.where('calls.id', '<', after)
  if (kind) query = query.where('calls.kind', '=', kind)
  if (topic) query = query.where('calls.topic', '=', topic)
  const items = await query.execute()
  return { items, next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null }
}

/** Throws: Refusal not_found. */
export async function getSealed(db: Db | Tx, id: number) {
  const row = await db
    .selectFrom('calls')
    .select(['caller_sealed', 'content_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

/** Oldest first, masked. Unit: at most 100,000 calls, which a spreadsheet still opens. */
export async function listForExport(db: Db, { from, until }: { from: Day; until: Day }) {
  const rows = await db
    .selectFrom('calls')
    .leftJoin('staff', 'staff.id', 'calls.agent_id')
    .select(['calls.id', 'calls.kind', 'calls.topic', 'calls.content_masked as words', 'calls.answer'])
    .select(['calls.outcome', 'calls.forwarded_to as forwardedTo', 'staff.name as agent'])
    .select(sql<string>`to_char(called_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`.as('when'))
    .where('calls.on_day', '>=', from)
    .where('calls.on_day', '<=', until)
    .orderBy('calls.on_day')
    .orderBy('calls.id')
    .limit(100_000)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as CallKind, outcome: row.outcome as CallOutcome }))
}
