import type { Platform } from '#platform'
import { type Db, sql, type Tx } from '#platform/db'
import { networkOf } from '#platform/http'
import { limitKey, senderKey, textKey } from './keys.ts'
import { refuse } from './refusals.ts'

/**
 * Letters in an hour. A network may be a whole office behind one address: it is counted far more generously than one telephone,
 * and the same words are counted whoever sends them. Our own choice; no rule gives a number.
 */
export const letters = { network: 200, telephone: 5, text: 3 } as const
/** Wrong codes in an hour: of one network, and for one receipt. */
export const guesses = { network: 60, number: 10 } as const

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)

/** One more in this hour; answers how many. The row stays locked until the transaction ends, so that no two count as one. */
export async function countUp(db: Db | Tx, kind: string, key: string, at: Date): Promise<number> {
  const { count } = await db
    .insertInto('letter_limits')
    .values({ kind, key, hour: hourOf(at), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key', 'hour'])
        .doUpdateSet((eb) => ({ count: eb('letter_limits.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

export async function countsOf(db: Db, at: Date, keys: { network: string; number: string }) {
  const rows = await db
    .selectFrom('letter_limits')
    .select(['kind', 'count'])
    .where('hour', '=', hourOf(at))
    .where((eb) =>
      eb.or([
        eb.and({ kind: 'guess_network', key: keys.network }),
        eb.and({ kind: 'guess_number', key: keys.number }),
      ]),
    )
    .execute()
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  return { network: of('guess_network'), number: of('guess_number') }
}

/**
 * Counts a letter against its network, telephone and words; rolled back with the letter. A replayed form is not counted: it never comes here.
 * Throws: Refusal wrote_too_often, same_text.
 */
export async function assertWithinLimits(
  tx: Tx,
  platform: Platform,
  given: { network: string; telephone: string; body: string },
): Promise<void> {
  const at = platform.clock.now()
  const keys = [
    ['network', limitKey(platform, 'network', networkOf(given.network)), 'wrote_too_often'],
    ['telephone', senderKey(platform, given.telephone), 'wrote_too_often'],
    ['text', textKey(platform, given.body), 'same_text'],
  ] as const
  // Always in this order, so that two letters never wait for each other.
  for (const [kind, key, code] of keys) {
    if (key && (await countUp(tx, kind, key, at)) > letters[kind]) throw refuse(code)
  }
}

/** Counts of earlier days are of no use. */
export async function forgetLimits(db: Db | Tx, now: Date): Promise<void> {
  await db
    .deleteFrom('letter_limits')
    .where('hour', '<', sql<Date>`${now}::timestamptz - interval '2 days'`)
    .execute()
}
