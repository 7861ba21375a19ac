import type { Insertable, Updateable } from 'kysely'
import { refuse } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { type Database, type Db, sql, type Tx } from '#platform/db'
import type { CallKind, CallListQuery, CallOutcome } from './contract.ts'
import { refuse as refuseCall } from './refusals.ts'

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

/** Newest first, masked; `after` is where the page before ended. */
export async function listCalls(db: Db | Tx, query: CallListQuery) {
  const { after, sort } = query
  const [afterAt, afterId] = (after ?? '').split('_').map(Number)
  const rows = await db
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
      'calls.letter_id as letterId',
      'calls.request_id as requestId',
      'calls.awaits_registration as awaitsRegistration',
      'calls.unit_id as unitId',
      'calls.due_on as dueOn',
      'calls.result',
      'calls.result_on as resultOn',
      'staff.name as agentName',
    ])
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(calls.called_at, calls.id) ${sql.raw(sort.direction === 'desc' ? '<' : '>')} (${new Date(afterAt ?? 0)}, ${afterId ?? 0})`,
      ),
    )
    .where(matching(query))
    .orderBy('calls.called_at', sort.direction)
    .orderBy('calls.id', sort.direction)
    .limit(pageSize)
    .execute()
  const last = rows.at(-1)
  return {
    items: rows,
    next: rows.length === pageSize && last ? `${last.calledAt.getTime()}_${last.id}` : null,
  }
}

type CallFilter = Omit<CallListQuery, 'after' | 'sort'>

/** What narrows the list and its export. */
function matching({ kind, outcome, topic, words, from, until }: CallFilter) {
  const parts = [sql`true`]
  if (kind !== undefined) parts.push(sql`calls.kind = ${kind}`)
  if (outcome !== undefined) parts.push(sql`calls.outcome = ${outcome}`)
  if (topic !== undefined) parts.push(sql`calls.topic = ${topic}`)
  if (words) parts.push(sql`calls.words @@ search_query(${words.normalize('NFKC')})`)
  if (from !== undefined) parts.push(sql`calls.called_at >= ${instantOf(from)}`)
  if (until !== undefined) parts.push(sql`calls.called_at < ${instantOf(addDays(until, 1))}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Topics that calls were given, in order. */
export async function listCallTopics(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('calls')
    .select('topic')
    .distinct()
    .where('topic', '<>', '')
    .orderBy('topic')
    .execute()
  return rows.map(({ topic }) => topic)
}

/** Oldest first, masked: calls that asked for information and wait for the office that writes it down. */
export function listAwaiting(db: Db) {
  return db
    .selectFrom('calls')
    .leftJoin('staff', 'staff.id', 'calls.agent_id')
    .select(['calls.id', 'calls.called_at as calledAt', 'calls.topic', 'staff.name as agentName'])
    .select('calls.content_masked as contentMasked')
    .where('calls.awaits_registration', '=', true)
    .orderBy('calls.called_at')
    .orderBy('calls.id')
    .limit(200)
    .execute()
}

/** What a call said goes when its period has passed. Throws: Refusal call_erased. */
export function contentOf({ content_sealed }: { content_sealed: Buffer | null }): Buffer {
  if (!content_sealed) throw refuseCall('call_erased')
  return content_sealed
}

/** Throws: Refusal not_found. */
export async function lockSealed(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('calls')
    .select(['caller_sealed', 'content_sealed', 'outcome', 'on_day', 'letter_id'])
    .select(['request_id', 'awaits_registration', 'unit_id', 'result_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return row
}

export async function saveOutcome(tx: Tx, id: number, changes: Updateable<Database['calls']>) {
  await tx.updateTable('calls').set(changes).where('id', '=', id).execute()
}

/** Every call of the narrowed list, oldest first, masked; read while it is written out. */
export async function* rowsForExport(db: Db, filter: CallFilter, rowsPerRead = 2000) {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('calls')
      .leftJoin('staff', 'staff.id', 'calls.agent_id')
      .select(['calls.id', 'calls.kind', 'calls.topic', 'calls.content_masked as words', 'calls.answer'])
      .select(['calls.outcome', 'calls.forwarded_to as forwardedTo', 'staff.name as agent'])
      .select(['calls.due_on as dueOn', 'calls.result', 'calls.result_on as resultOn'])
      .select(sql<string>`to_char(called_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`.as('when'))
      .where(matching(filter))
      .where('calls.id', '>', after)
      .orderBy('calls.id')
      .limit(rowsPerRead)
      .execute()
    for (const row of rows) yield { ...row, kind: row.kind as CallKind, outcome: row.outcome as CallOutcome }
    after = rows.at(-1)?.id ?? after
    if (rows.length < rowsPerRead) return
  }
}
export type ExportedCall = ReturnType<typeof rowsForExport> extends AsyncGenerator<infer One> ? One : never
