import type { Selectable } from 'kysely'
import type { Day } from '#platform/clock'
import type { Database, Db, Tx } from '#platform/db'

/** What the public may read today, by topic, the most helpful first. */
export function listPublic(db: Db | Tx, today: Day, topic?: string) {
  return publicOn(db, today)
    .$if(topic !== undefined, (q) => q.where('topic', '=', topic ?? ''))
    .orderBy('topic')
    .orderBy('solved', 'desc')
    .orderBy('id')
    .execute()
}
export function findPublic(db: Db | Tx, today: Day, id: number) {
  return publicOn(db, today).where('id', '=', id).executeTakeFirst()
}

/** Where readers of a merged entry go on: to what the public may read. */
export async function findMergedInto(db: Db, today: Day, id: number): Promise<number | undefined> {
  const row = await publicOn(db, today)
    .where('id', '=', (eb) =>
      eb.selectFrom('knowledge_entries').select('merged_into_id').where('knowledge_entries.id', '=', id),
    )
    .executeTakeFirst()
  return row?.id
}

/** A view's columns are nullable to the type generator; the table's are not. */
export type PublicEntry = Pick<
  Selectable<Database['knowledge_entries']>,
  'id' | 'topic' | 'question' | 'answer' | 'solved' | 'reviewed_at'
>

const publicOn = (db: Db | Tx, today: Day) =>
  db
    .selectFrom('knowledge_in_use')
    .select(['id', 'topic', 'question', 'answer', 'solved', 'reviewed_at'])
    .where('audience', '=', 'public')
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]))
    .$castTo<PublicEntry>()
