import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'

export type Expired = { id: number; number: string; endedOn: Day }

/** The last day on which anything was done with the letter. */
const endedOn = sql<Day>`greatest(letters.received_on, letters.last_replied_on, letters.closed_on,
  (select max(on_day) from letter_events where letter_id = letters.id and kind <> 'warned'))`

/** Letters that ended long enough ago, with no follow-up open, and are not erased yet. Law: PIPL art. 19, art. 47. */
export function listExpired(db: Db | Tx, endedBefore: Day, limit = 1000): Promise<Expired[]> {
  return db
    .selectFrom('letters')
    .select(['id', 'number', endedOn.as('endedOn')])
    .where('erased_at', 'is', null)
    .where('received_on', '<=', endedBefore)
    .where('status', 'in', ['closed', 'refused', 'routed', 'merged', 'withdrawn'])
    .where(sql<boolean>`${endedOn} <= ${endedBefore}::date`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('letter_follow_ups as f')
            .select('f.id')
            .whereRef('f.letter_id', '=', 'letters.id')
            .where('f.closed_on', 'is', null),
        ),
      ),
    )
    .orderBy('received_on')
    .orderBy('id')
    .limit(limit)
    .execute()
}
