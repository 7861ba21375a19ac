import { type Db, sql, type Tx } from '#platform/db'
import type { Job } from '#platform/queue'

export type Counted = { kind: string; key: string }

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)

/** One more in this hour; answers how many. The row stays locked until the transaction ends, so that no two count as one. */
export async function countUp(db: Db | Tx, { kind, key }: Counted, at: Date): Promise<number> {
  const { count } = await db
    .insertInto('hourly_counts')
    .values({ kind, key, hour: hourOf(at), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key', 'hour'])
        .doUpdateSet((eb) => ({ count: eb('hourly_counts.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** How many of each in this hour, in the order asked. */
export async function countsOf(db: Db, asked: readonly Counted[], at: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('hourly_counts')
    .select(['kind', 'key', 'count'])
    .where('hour', '=', hourOf(at))
    .where((eb) => eb.or(asked.map(({ kind, key }) => eb.and({ kind, key }))))
    .execute()
  return asked.map(({ kind, key }) => rows.find((row) => row.kind === kind && row.key === key)?.count ?? 0)
}

/** Counts of earlier days are of no use. */
export async function forgetCounts(db: Db | Tx, now: Date): Promise<void> {
  await db
    .deleteFrom('hourly_counts')
    .where('hour', '<', sql<Date>`${now}::timestamptz - interval '2 days'`)
    .execute()
}

export const forgetCountsJob: Job<never> = {
  name: 'limits.forget',
  schedule: '35 2 * * *',
  run: ({ db, clock }) => forgetCounts(db, clock.now()),
}
