import { refuse } from '#platform'
import { type Db, sql } from '#platform/db'
import type { Letter } from './letter.ts'
import { columns, fromRow } from './store.ts'
import { wordsQuery } from './words-query.ts'

/** A letter as everybody may read it, with the unit that answered. */
export type Released = Letter & { mailboxName: string; unit: string | null; repliedAt: Date | null }
export type ReleasedQuery = {
  words: string
  mailbox: string
  topics?: readonly number[] | undefined
  after?: number | undefined
}

const released = (db: Db) =>
  db
    .selectFrom('letters')
    .innerJoin('mailboxes', 'mailboxes.key', 'letters.mailbox')
    .leftJoin('departments', 'departments.id', 'letters.department_id')
    .select(columns)
    .select(['mailboxes.name as mailbox_name', 'departments.name as unit', 'letters.replied_at'])
    .where('letters.released', '=', true)
type Row = Awaited<ReturnType<ReturnType<typeof released>['executeTakeFirstOrThrow']>>
const shown = (row: Row): Released => ({
  ...fromRow(row),
  mailboxName: row.mailbox_name,
  unit: row.unit,
  repliedAt: row.replied_at,
})

/** Unreleased is not found. Throws: Refusal not_found. */
export async function getReleased(db: Db, id: number): Promise<Released> {
  const row = await released(db).where('letters.id', '=', id).executeTakeFirst()
  if (!row) throw refuse('not_found')
  return shown(row)
}

/** Newest answer first, keyset by day and id. */
export async function listReleased(
  db: Db,
  query: ReleasedQuery,
  limit = 20,
): Promise<{ items: Released[]; next: number | null }> {
  const words = wordsQuery(query.words)
  const rows = await released(db)
    .$if(query.words !== '', (q) =>
      q.where(words ? sql<boolean>`letters.words @@ ${words}::tsquery` : sql.lit(false)),
    )
    .$if(query.mailbox !== '', (q) => q.where('letters.mailbox', '=', query.mailbox))
    .$if(query.topics !== undefined, (q) => q.where('letters.topic_id', 'in', query.topics ?? []))
    .$if(query.after !== undefined, (q) =>
      q.where(
        sql<boolean>`(letters.replied_on, letters.id) < (select replied_on, id from letters where id = ${query.after ?? 0})`,
      ),
    )
    .orderBy('letters.replied_on', 'desc')
    .orderBy('letters.id', 'desc')
    .limit(limit)
    .execute()
  const items = rows.map(shown)
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

/** Masked names and texts of attachments that somebody decided to show. */
export function shownAttachments(db: Db, letterId: number) {
  return db
    .selectFrom('letter_attachments')
    .select(['name_public', 'text_public'])
    .where('letter_id', '=', letterId)
    .where('shown', '=', true)
    .orderBy('id')
    .execute()
}
