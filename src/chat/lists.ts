import { addDays, instantOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import type { TalkListQuery } from './contract.ts'

const pageSize = 50
const shownColumns = [
  'chat_talks.id',
  'chat_talks.number',
  'chat_talks.status',
  'chat_talks.opened_at as openedAt',
  'chat_talks.question_masked as question',
] as const

/** Whoever waits longest stands first; masked. */
export const listWaiting = (db: Db) =>
  db
    .selectFrom('chat_talks')
    .select(shownColumns)
    .select('chat_talks.citizen_seen_at as seenAt')
    .where('status', '=', 'waiting')
    .orderBy('opened_at')
    .orderBy('id')
    .limit(100)
    .execute()

/** What goes on, and whether the citizen had the last word. */
export const listMine = (db: Db, staffId: number) =>
  db
    .selectFrom('chat_talks')
    .select(shownColumns)
    .select('chat_talks.citizen_seen_at as seenAt')
    .select(
      sql<boolean>`coalesce((select author = 'citizen' from chat_messages
        where talk_id = chat_talks.id and author <> 'note' order by chat_messages.id desc limit 1), false)`.as(
        'asks',
      ),
    )
    .where('status', '=', 'talking')
    .where('agent_id', '=', staffId)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()

/** Newest first unless asked otherwise, masked; `after` is where the page before ended. */
export async function listTalks(db: Db, staffId: number, query: TalkListQuery) {
  const { after, sort } = query
  const [afterAt, afterId] = (after ?? '').split('_').map(Number)
  const items = await db
    .selectFrom('chat_talks')
    .leftJoin('staff', 'staff.id', 'chat_talks.agent_id')
    .select(shownColumns)
    .select([
      'chat_talks.answer_masked as answer',
      'chat_talks.kind',
      'chat_talks.topic',
      'chat_talks.outcome',
      'chat_talks.solved',
      'chat_talks.letter_id as letterId',
      'staff.name as agentName',
    ])
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(opened_at, chat_talks.id) ${sql.raw(sort.direction === 'desc' ? '<' : '>')} (${new Date(afterAt ?? 0)}, ${afterId ?? 0})`,
      ),
    )
    .where(matching(staffId, query))
    .orderBy('chat_talks.opened_at', sort.direction)
    .orderBy('chat_talks.id', sort.direction)
    .limit(pageSize)
    .execute()
  const last = items.at(-1)
  return {
    items,
    next: items.length === pageSize && last ? `${last.openedAt.getTime()}_${last.id}` : null,
  }
}

export type TalkFilter = Omit<TalkListQuery, 'after' | 'sort'>

/** What narrows the list and its export. */
export function matching(staffId: number, query: TalkFilter) {
  const { status, outcome, kind, topic, mine, from, until } = query
  const parts = [sql`true`]
  if (status !== undefined) parts.push(sql`chat_talks.status = ${status}`)
  if (outcome !== undefined) parts.push(sql`chat_talks.outcome = ${outcome}`)
  if (kind !== undefined) parts.push(sql`chat_talks.kind = ${kind}`)
  if (topic) parts.push(sql`chat_talks.topic = ${topic}`)
  if (mine) parts.push(sql`chat_talks.agent_id = ${staffId}`)
  if (from !== undefined) parts.push(sql`chat_talks.opened_at >= ${instantOf(from)}`)
  if (until !== undefined) parts.push(sql`chat_talks.opened_at < ${instantOf(addDays(until, 1))}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** Topics that talks were given, in order. */
export async function listTopics(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('chat_talks')
    .select('topic')
    .distinct()
    .where('topic', '<>', '')
    .orderBy('topic')
    .execute()
  return rows.map(({ topic }) => topic)
}
