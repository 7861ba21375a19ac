import type { Insertable, Selectable, Updateable } from 'kysely'
import { refuse } from '#platform'
import type { Day } from '#platform/clock'
import type { Database, Db, Tx } from '#platform/db'
import type { Audience, EntryListQuery, EntryStatus } from '../contract.ts'

const pageSize = 50

export type Entry = ReturnType<typeof asEntry>

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

/** Newest first, each with how much it is asked for. */
export async function listEntries(
  db: Db | Tx,
  { after, status, topic, words, mine }: EntryListQuery,
  staffId: number,
) {
  let query = db
    .selectFrom('knowledge_entries')
    .leftJoin('knowledge_attention as asked', 'asked.id', 'knowledge_entries.id')
    .selectAll('knowledge_entries')
    .select('asked.attention')
    .orderBy('knowledge_entries.id', 'desc')
    .limit(pageSize)
  if (after) query = query.where('knowledge_entries.id', '<', after)
  if (status) query = query.where('status', '=', status)
  if (topic) query = query.where('topic', '=', topic)
  if (mine) query = query.where('owner_id', '=', staffId)
  const like = words && `%${words.replace(/[%_\\]/g, '\\$&')}%`
  if (like) query = query.where((eb) => eb.or([eb('question', 'like', like), eb('answer', 'like', like)]))
  const items = (await query.execute()).map((row) => ({ ...asEntry(row), attention: row.attention ?? 0 }))
  return { items, next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null }
}

/** Topics in use, for the person who writes. */
export async function listTopics(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('knowledge_entries').select('topic').distinct().orderBy('topic').execute()
  return rows.map(({ topic }) => topic)
}

/** What waits: drafts of others for the reviewer, suspended entries for their owner. */
export async function countWaiting(db: Db, staffId: number) {
  return db
    .selectFrom('knowledge_entries')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('status', '=', 'draft')
        .filterWhere('written_by', '<>', staffId)
        .as('drafts'),
      eb.fn
        .countAll<number>()
        .filterWhere('status', '=', 'suspended')
        .filterWhere('owner_id', '=', staffId)
        .as('suspended'),
    ])
    .executeTakeFirstOrThrow()
}

/** The revision of the policy that the public sees; undefined when it is not public. */
export async function findPublicRevision(db: Db | Tx, articleId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('published_articles')
    .select('revision_id')
    .where('article_id', '=', articleId)
    .where('state', '=', 'live')
    .executeTakeFirst()
  return row?.revision_id
}

/** Reviewed entries that may not be used any more: their policy changed or ended, or their day has passed. */
export async function listStale(db: Db | Tx, today: Day) {
  const rows = await db
    .selectFrom('knowledge_entries')
    .leftJoin('knowledge_in_use', 'knowledge_in_use.id', 'knowledge_entries.id')
    .selectAll('knowledge_entries')
    .where('knowledge_entries.status', '=', 'reviewed')
    .where((eb) =>
      eb.or([eb('knowledge_in_use.id', 'is', null), eb('knowledge_entries.valid_until', '<', today)]),
    )
    .orderBy('knowledge_entries.id')
    .execute()
  return rows.map(asEntry)
}

/** What the public may read today, by topic, the most helpful first. */
export async function listPublic(db: Db | Tx, today: Day) {
  return publicOn(db, today).orderBy('topic').orderBy('solved', 'desc').orderBy('id').execute()
}
export async function findPublic(db: Db | Tx, today: Day, id: number) {
  return publicOn(db, today).where('id', '=', id).executeTakeFirst()
}
/** Where readers of a merged entry go on. */
export async function findMergedInto(db: Db, id: number): Promise<number | null | undefined> {
  const row = await db
    .selectFrom('knowledge_entries')
    .select('merged_into_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.merged_into_id
}
export async function countSolved(tx: Tx, id: number) {
  await tx
    .updateTable('knowledge_entries')
    .set((eb) => ({ solved: eb('solved', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A view's columns are nullable to the type generator; the table's are not. */
type PublicEntry = Pick<
  Selectable<Database['knowledge_entries']>,
  'id' | 'topic' | 'question' | 'answer' | 'solved' | 'source_article_id' | 'reviewed_at'
>

const publicOn = (db: Db | Tx, today: Day) =>
  db
    .selectFrom('knowledge_in_use')
    .select(['id', 'topic', 'question', 'answer', 'solved', 'source_article_id', 'reviewed_at'])
    .where('audience', '=', 'public')
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
    .$castTo<PublicEntry>()

function asEntry(row: Selectable<Database['knowledge_entries']>) {
  return {
    id: row.id,
    topic: row.topic,
    question: row.question,
    variants: row.variants,
    answer: row.answer,
    status: row.status as EntryStatus,
    audience: row.audience as Audience,
    sourceArticleId: row.source_article_id,
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
