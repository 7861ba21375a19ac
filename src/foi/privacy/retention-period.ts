import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { RetentionInput } from '../contract.ts'
import { assertCan } from '../permission.ts'

/** How long after the answer, and which of the agency's own rules says so. Unit: years. */
export type RetentionPeriod = { years: number; basis: string }

/** The agency's setting. */
export const readRetention = (db: Db | Tx): Promise<RetentionPeriod> =>
  db.selectFrom('foi_retention').select(['years', 'basis']).executeTakeFirstOrThrow()

/** While the database is away a page stands without the number. */
export async function readRetentionOrNone(db: Db): Promise<RetentionPeriod | undefined> {
  try {
    return await readRetention(db)
  } catch {
    return undefined
  }
}

/** Changes what may be erased from today on; nothing is erased by it. Law: PIPL art. 19, art. 47. Throws: Refusal not_allowed. */
export function setRetention(platform: Platform, staff: Staff, after: RetentionInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.approve')
    const before = await tx
      .selectFrom('foi_retention')
      .select(['years', 'basis'])
      .forUpdate()
      .executeTakeFirstOrThrow()
    await tx.updateTable('foi_retention').set(after).execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.set_retention',
      subject: { kind: 'foi_retention', id: 1 },
      detail: { before, after },
    })
  })
}
