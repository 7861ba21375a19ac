import type { Insertable, RawBuilder, Selectable, Updateable } from 'kysely'
import { refuse } from '#platform'
import type { Day } from '#platform/clock'
import { type Database, type Db, sql, type Tx } from '#platform/db'
import type { Audience, EntryListQuery, EntryStatus, StaleBecause } from '../contract.ts'

const pageSize = 50

export type Entry = ReturnType<typeof asEntry>
export type ListedEntry = Awaited<ReturnType<typeof listEntries>>['items'][number]

/** Throws: Refusal not_found. */
export async function lockEntry(tx: Tx, id: number): Promise<Entry> {
  const row = await tx
    .selectFrom('knowledge_entries')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asEntry(row)
}

/** Throws: Refusal not_found. */
export async function getEntry(db: Db | Tx, id: number): Promise<Entry> {
  const row = await db.selectFrom('knowledge_entries').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return asEntry(row)
}

export async function insertEntry(tx: Tx, row: Insertable<Database['knowledge_entries']>): Promise<number> {
  return (await tx.insertInto('knowledge_entries').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function saveEntry(tx: Tx, entry: Entry, changes: Updateable<Database['knowledge_entries']>) {
  await tx
    .updateTable('knowledge_entries')
    .set({ ...changes, version: entry.version + 1 })
    .where('id', '=', entry.id)
    .execute()
}

/** The most asked for or the newest first, each with how much it is asked for and who looks after it. */
export async function listEntries(
  db: Db | Tx,
  { after, sort, status, topic, words, mine, orphaned }: EntryListQuery,
  staffId: number,
  limit = pageSize,
) {
  const attention = sql<number>`coalesce(asked.attention, 0)`
  const [afterAttention = 0, afterId = 0] = (after ?? '').split('_').map(Number)
  const rows = await db
    .selectFrom('knowledge_entries as entry')
    .leftJoin('knowledge_attention as asked', 'asked.id', 'entry.id')
    .innerJoin('staff as owner', 'owner.id', 'entry.owner_id')
    .selectAll('entry')
    .select([attention.as('attention'), 'owner.name as owner', 'owner.active as ownerActive'])
    .$if(after !== undefined && sort === '-attention', (q) =>
      q.where(sql<boolean>`(coalesce(asked.attention, 0), entry.id) < (${afterAttention}, ${afterId})`),
    )
    .$if(after !== undefined && sort === '-newest', (q) => q.where('entry.id', '<', afterId))
    .$if(status !== undefined, (q) => q.where('entry.status', '=', status ?? ''))
    .$if(topic !== undefined, (q) => q.where('entry.topic', '=', topic ?? ''))
    .$if(mine === true, (q) => q.where('entry.owner_id', '=', staffId))
    .$if(orphaned === true, (q) => q.where('owner.active', '=', false).where('entry.status', '<>', 'retired'))
    .$if(Boolean(words), (q) =>
      q.where(
        sql<boolean>`entry.question || ' ' || entry.answer || ' ' || array_to_string(entry.variants, ' ') like ${likeOf(words ?? '')}`,
      ),
    )
    .$if(sort === '-attention', (q) => q.orderBy(attention, 'desc'))
    .orderBy('entry.id', 'desc')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  const items = rows.map((row) => ({
    ...asEntry(row),
    attention: row.attention,
    owner: row.owner,
    ownerActive: row.ownerActive,
  }))
  return { items, next: rows.length === limit && last ? `${last.attention}_${last.id}` : null }
}

const likeOf = (words: string) => `%${words.replace(/[%_\\]/g, '\\$&')}%`

/** Topics that have entries, in order, with how many and how much they are asked for. */
export async function listTopics(db: Db) {
  return db
    .selectFrom('knowledge_entries as entry')
    .leftJoin('knowledge_attention as asked', 'asked.id', 'entry.id')
    .select((eb) => [
      'entry.topic as name',
      eb.fn.countAll<number>().as('entries'),
      sql<number>`count(*) filter (where entry.status = 'reviewed')::integer`.as('inUse'),
      sql<number>`coalesce(sum(asked.attention), 0)::integer`.as('attention'),
    ])
    .where('entry.status', '<>', 'retired')
    .groupBy('entry.topic')
    .orderBy('attention', 'desc')
    .orderBy('entry.topic')
    .execute()
}

/** What waits: drafts of others for the reviewer, suspended and expiring entries for their owner, entries whose owner has left. */
export async function countWaiting(db: Db, staffId: number, { today, soon }: { today: Day; soon: Day }) {
  const drafts = sql`entry.status = 'draft' and entry.written_by <> ${staffId}`
  const suspended = sql`entry.status = 'suspended' and entry.owner_id = ${staffId}`
  const reviewed = sql`entry.status = 'reviewed' and entry.owner_id = ${staffId} and entry.valid_until >= ${today}`
  const orphaned = sql`not owner.active`
  const count = (of: RawBuilder<unknown>) => sql<number>`count(*) filter (where ${of})`
  /** The next last day of use; the day of writing is not kept. */
  const until = (of: RawBuilder<unknown>) =>
    sql<Day | null>`min(entry.valid_until) filter (where ${of} and entry.valid_until >= ${today})`
  return db
    .selectFrom('knowledge_entries as entry')
    .innerJoin('staff as owner', 'owner.id', 'entry.owner_id')
    .select([
      count(drafts).as('drafts'),
      count(suspended).as('suspended'),
      count(sql`${reviewed} and entry.valid_until <= ${soon}`).as('expiring'),
      count(orphaned).as('orphaned'),
      until(drafts).as('draftsUntil'),
      until(suspended).as('suspendedUntil'),
      until(reviewed).as('expiringUntil'),
      until(orphaned).as('orphanedUntil'),
    ])
    .where('entry.status', '<>', 'retired')
    .executeTakeFirstOrThrow()
}

/** Reviewed entries that may not be used any more, and why: a policy changed or ended, or their day has passed. */
export async function listStale(db: Db | Tx, today: Day) {
  const rows = await db
    .selectFrom('knowledge_entries as entry')
    .innerJoin('staff as owner', 'owner.id', 'entry.owner_id')
    .leftJoin('knowledge_in_use as used', 'used.id', 'entry.id')
    .selectAll('entry')
    .select('owner.name as owner')
    .select((eb) =>
      eb
        .selectFrom('knowledge_sources_gone as gone')
        .select('gone.because')
        .whereRef('gone.entry_id', '=', 'entry.id')
        .orderBy('gone.because', 'desc')
        .limit(1)
        .as('because'),
    )
    .where('entry.status', '=', 'reviewed')
    .where((eb) => eb.or([eb('used.id', 'is', null), eb('entry.valid_until', '<', today)]))
    .orderBy('entry.id')
    .execute()
  return rows.map((row) => ({
    ...asEntry(row),
    owner: row.owner,
    because: (row.because ?? 'day') as StaleBecause,
  }))
}

function asEntry(row: Selectable<Database['knowledge_entries']>) {
  return {
    id: row.id,
    topic: row.topic,
    question: row.question,
    variants: row.variants,
    answer: row.answer,
    status: row.status as EntryStatus,
    audience: row.audience as Audience,
    validUntil: row.valid_until,
    ownerId: row.owner_id,
    writtenBy: row.written_by,
    reviewedBy: row.reviewed_by,
    suspendedBecause: row.suspended_because,
    solved: row.solved,
    mergedIntoId: row.merged_into_id,
    version: row.version,
  }
}
