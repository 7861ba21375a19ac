import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { listStale } from '../entries/store.ts'

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

/** Entries that were read out in calls of the period, most first. */
export function listMostUsed(db: Db | Tx, { from, until }: Period) {
  return db
    .selectFrom('calls')
    .innerJoin('knowledge_entries as entry', (join) =>
      join.on((eb) => eb('calls.from_entry', '=', eb.cast<string>(eb.ref('entry.id'), 'text'))),
    )
    .select((eb) => ['entry.id', 'entry.question', eb.fn.countAll<number>().as('calls')])
    .where('calls.from_corpus', '=', 'entries')
    .where('calls.on_day', '>=', from)
    .where('calls.on_day', '<=', until)
    .groupBy(['entry.id', 'entry.question'])
    .orderBy('calls', 'desc')
    .limit(20)
    .execute()
}

export const countStale = async (db: Db | Tx, today: Day): Promise<number> => {
  const { count } = await db
    .selectFrom('knowledge_entries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'suspended')
    .executeTakeFirstOrThrow()
  return count + (await listStale(db, today)).length
}

export async function keepDigest(tx: Tx, period: Period, content: object, at: Date) {
  const row = { content: JSON.stringify(content), made_at: at }
  await tx
    .insertInto('knowledge_digests')
    .values({ from_on: period.from, until_on: period.until, ...row })
    .onConflict((conflict) => conflict.columns(['from_on', 'until_on']).doUpdateSet(row))
    .execute()
}

/** Newest first. */
export async function listDigests(db: Db) {
  const rows = await db
    .selectFrom('knowledge_digests')
    .select(['content', 'made_at'])
    .orderBy('until_on', 'desc')
    .limit(26)
    .execute()
  return rows.map(({ content, made_at }) => ({ content, madeAt: made_at }))
}
