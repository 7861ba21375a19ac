import type { Updateable } from 'kysely'
import { refuse } from '#platform'
import { type Database, type Db, sql, type Tx } from '#platform/db'
import type { Author } from './contract.ts'
import type { Talk } from './talk.ts'

const columns = ['id', 'number', 'status', 'agent_id', 'outcome', 'first_reply_at', 'solved'] as const
const more = ['letter_id', 'request_id', 'awaits_registration'] as const
const select = (db: Db | Tx) => db.selectFrom('chat_talks').select([...columns, ...more])
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): Talk => ({
  id: row.id,
  number: row.number,
  status: row.status as Talk['status'],
  agentId: row.agent_id,
  outcome: row.outcome as Talk['outcome'],
  answered: row.first_reply_at !== null,
  solved: row.solved,
  letterId: row.letter_id,
  requestId: row.request_id,
  awaitsRegistration: row.awaits_registration,
})

/** Throws: Refusal not_found. */
export async function lockTalk(tx: Tx, id: number): Promise<Talk> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refuse('not_found')
  return fromRow(row)
}

/** Throws: Refusal not_found. */
export async function getTalk(db: Db | Tx, id: number): Promise<Talk> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return fromRow(row)
}

export async function saveTalk(tx: Tx, id: number, changes: Updateable<Database['chat_talks']>) {
  await tx.updateTable('chat_talks').set(changes).where('id', '=', id).execute()
}

/** Who asks and what was asked and answered, as lists have it. */
export const getSealed = (db: Db | Tx, id: number) =>
  db
    .selectFrom('chat_talks')
    .select(['citizen_sealed', 'question_masked', 'answer_masked', 'opened_at', 'on_day', 'kind', 'topic'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** In the order in which they were said; `after` is the id of the last one known. */
export const listMessages = (db: Db | Tx, talkId: number, of: readonly Author[], after = 0) =>
  db
    .selectFrom('chat_messages')
    .leftJoin('staff', 'staff.id', 'chat_messages.staff_id')
    .select(['chat_messages.id', 'author', 'body_sealed', 'said_at', 'staff.name as staffName'])
    .where('talk_id', '=', talkId)
    .where('author', 'in', of)
    .where('chat_messages.id', '>', after)
    .orderBy('chat_messages.id')
    .execute()

export const findMessage = (tx: Tx, key: string) =>
  tx.selectFrom('chat_messages').select('id').where('message_key', '=', key).executeTakeFirst()

/** The next number of the year; the row stays locked until the transaction ends. */
export async function takeNumber(tx: Tx, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('chat_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('chat_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `T${year}-${String(last).padStart(5, '0')}`
}

/** How many wait before this one. */
export async function countBefore(db: Db | Tx, id: number): Promise<number> {
  const { count } = await db
    .selectFrom('chat_talks')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('status', '=', 'waiting')
    .where('id', '<', id)
    .executeTakeFirstOrThrow()
  return count
}
