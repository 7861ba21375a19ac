import type { Insertable } from 'kysely'
import { refuse } from '#platform'
import type { Database, Db, Tx } from '#platform/db'
import type { CallListQuery } from './contract.ts'

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
