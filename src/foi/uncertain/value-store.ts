import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import type { UncertainValues } from './values.ts'

/** Those of a case of `foi_requests`, by its day of receipt; null before it. */
export const valuesOfCase = sql<UncertainValues | null>`(
  select jsonb_build_object('opinionWithin492', opinion_within_492, 'payWithin', pay_within,
    'feeFrom', fee_from, 'lookAgainAfter', look_again_after)
  from foi_uncertain_values where from_day <= foi_requests.received_on order by from_day desc limit 1)`

export type ValuesFrom = UncertainValues & { fromDay: Day; basis: string }

/** Newest first. */
export async function listValues(db: Db | Tx): Promise<ValuesFrom[]> {
  const rows = await db.selectFrom('foi_uncertain_values').selectAll().orderBy('from_day', 'desc').execute()
  return rows.map((row) => ({
    fromDay: row.from_day,
    opinionWithin492: row.opinion_within_492,
    payWithin: row.pay_within,
    feeFrom: row.fee_from,
    lookAgainAfter: row.look_again_after,
    basis: row.basis,
  }))
}

/** Those in force on a day. */
export async function valuesOn(db: Db | Tx, on: Day): Promise<ValuesFrom | undefined> {
  return (await listValues(db)).find(({ fromDay }) => fromDay <= on)
}
