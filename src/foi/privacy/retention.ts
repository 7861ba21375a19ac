import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'

export { retentionEndsBefore } from '#platform/retention'

export type Expired = { id: number; number: string; answeredOn: Day }

/** Cases whose personal data may go: answered long enough ago, no remedy open, not erased yet. Law: PIPL art. 19, art. 47. */
export async function listExpired(
  db: Db | Tx,
  answeredBefore: Day,
  { after, limit = 1000 }: { after?: Expired | undefined; limit?: number } = {},
): Promise<Expired[]> {
  let query = expired(db, answeredBefore).select(['id', 'number', 'answered_on'])
  if (after) query = query.where(sql<boolean>`(answered_on, id) > (${after.answeredOn}, ${after.id})`)
  const rows = await query.orderBy('answered_on').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ id: row.id, number: row.number, answeredOn: row.answered_on as Day }))
}

/** All of them, however many. */
export async function countExpired(db: Db, answeredBefore: Day): Promise<number> {
  const { count } = await expired(db, answeredBefore)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** One page after the other, so that none is left out. */
export async function* everyExpired(db: Db, answeredBefore: Day, limit = 1000): AsyncGenerator<Expired> {
  for (let after: Expired | undefined; ; ) {
    const page = await listExpired(db, answeredBefore, { after, limit })
    yield* page
    after = page.at(-1)
    if (page.length < limit) return
  }
}

const expired = (db: Db | Tx, answeredBefore: Day) =>
  db
    .selectFrom('foi_requests')
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
