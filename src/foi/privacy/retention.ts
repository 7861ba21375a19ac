import { type Day, day, yearOf } from '#platform/clock'
import type { Db, Tx } from '#platform/db'

/** Nobody erases by mistake what is still in use. Unit: years. */
export const shortestRetentionYears = 1

/** Answered on this day or before: the period has passed. */
export function retentionEndsBefore(today: Day, years: number): Day {
  const year = yearOf(today) - years
  return today.endsWith('02-29') ? day(`${year}-02-28`) : day(`${year}${today.slice(4)}`)
}

export type Expired = { id: number; number: string; answeredOn: Day }

/** Cases whose personal data may go: answered long enough ago, no remedy open, not erased yet. Law: PIPL art. 19, art. 47. */
export async function listExpired(db: Db | Tx, answeredBefore: Day, limit = 1000): Promise<Expired[]> {
  const rows = await db
    .selectFrom('foi_requests')
    .select(['id', 'number', 'answered_on'])
    .where('erased_at', 'is', null)
    .where('answered_on', '<=', answeredBefore)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('foi_remedies')
            .select('foi_remedies.id')
            .whereRef('foi_remedies.request_id', '=', 'foi_requests.id')
            .where('decided_on', 'is', null),
        ),
      ),
    )
    .orderBy('answered_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number, answeredOn: row.answered_on as Day }))
}
