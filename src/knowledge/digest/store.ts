import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import { listStale } from '../entries/store.ts'
import { staleLabels } from '../labels.ts'
import type { Digest, Use } from './make-digest.ts'

/** One question as it was asked, masked. */
export type Asked = { corpus: string; entry: string; title: string; words: string }
type Period = { from: Day; until: Day }

const mostQuestions = 2000

/** The newest questions of the period. */
export async function listAsked(db: Db | Tx, { from, until }: Period): Promise<Asked[]> {
  const rows = await db
    .selectFrom('asked_questions')
    .select(['corpus', 'entry', 'title', 'words'])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .orderBy('on_day', 'desc')
    .orderBy('row_id', 'desc')
    .limit(mostQuestions)
    .execute()
  return rows.map(({ corpus, entry, title, words }) => ({
    corpus: corpus ?? '',
    entry: entry ?? '',
    title: title ?? '',
    words: words ?? '',
  }))
}

/** Entries that were given to somebody in the period, by telephone, in talks and in replies, most first. */
export function listMostUsed(db: Db | Tx, { from, until }: Period) {
  return db
    .selectFrom('entry_uses as used')
    .innerJoin('knowledge_entries as entry', (join) =>
      join.on((eb) => eb('used.entry', '=', eb.cast<string>(eb.ref('entry.id'), 'text'))),
    )
    .select((eb) => [
      'entry.id',
      'entry.question',
      eb.fn.countAll<number>().as('times'),
      eb.fn.countAll<number>().filterWhere('used.way', '=', 'calls').as('calls'),
      eb.fn.countAll<number>().filterWhere('used.way', '=', 'talks').as('talks'),
      eb.fn.countAll<number>().filterWhere('used.way', '=', 'letters').as('letters'),
    ])
    .where('used.on_day', '>=', from)
    .where('used.on_day', '<=', until)
    .groupBy(['entry.id', 'entry.question'])
    .orderBy('times', 'desc')
    .orderBy('entry.id')
    .limit(20)
    .execute()
}

/** Suspended entries, and those that will be as soon as the job has run. */
export async function listFallenOut(db: Db | Tx, today: Day) {
  const suspended = await db
    .selectFrom('knowledge_entries as entry')
    .innerJoin('staff as owner', 'owner.id', 'entry.owner_id')
    .select(['entry.id', 'entry.question', 'entry.suspended_because as because', 'owner.name as owner'])
    .where('entry.status', '=', 'suspended')
    .orderBy('entry.id')
    .execute()
  const stale = (await listStale(db, today)).map(({ id, question, because, owner }) => ({
    id,
    question,
    because: staleLabels[because],
    owner,
  }))
  return [...suspended, ...stale]
}

export async function keepDigest(tx: Tx, period: Period, content: object, at: Date) {
  const row = { content: JSON.stringify(content), made_at: at }
  await tx
    .insertInto('knowledge_digests')
    .values({ from_on: period.from, until_on: period.until, ...row })
    .onConflict((conflict) => conflict.columns(['from_on', 'until_on']).doUpdateSet(row))
    .execute()
}

/** Which weeks there are, newest first. Unit: weeks, at most a year. */
export function listWeeks(db: Db) {
  return db
    .selectFrom('knowledge_digests')
    .select(['from_on as from', 'until_on as until', 'made_at as madeAt'])
    .select((eb) => [
      sql<number>`(${eb.ref('content')}->>'questions')::integer`.as('questions'),
      sql<number>`jsonb_array_length(${eb.ref('content')}->'unanswered')`.as('unanswered'),
    ])
    .orderBy('until_on', 'desc')
    .limit(53)
    .execute()
}

const newest = (db: Db) =>
  db.selectFrom('knowledge_digests').select('content').orderBy('until_on', 'desc').limit(1)

export async function findDigest(db: Db, from: Day): Promise<Digest | undefined> {
  const row = await newest(db).where('from_on', '=', from).executeTakeFirst()
  return row && asDigest(row.content)
}

/** The newest, unless it ended before a day. */
export async function latestDigest(db: Db, endedSince: Day): Promise<Digest | undefined> {
  const row = await newest(db).where('until_on', '>=', endedSince).executeTakeFirst()
  return row && asDigest(row.content)
}

type Kept = Omit<Digest, 'stale' | 'used'> & {
  stale: unknown
  used: (Pick<Use, 'id' | 'question' | 'calls'> & Partial<Use>)[]
}
/** Digests of earlier releases only counted what was stale, and only the calls in which an entry was used. */
function asDigest(content: unknown): Digest {
  const { stale, used, ...kept } = content as Kept
  return {
    ...kept,
    used: used.map((use) => ({ times: use.calls, talks: 0, letters: 0, ...use })),
    stale: Array.isArray(stale) ? stale : [],
  }
}
