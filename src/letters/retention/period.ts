import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { retentionEndsBefore } from '#platform/retention'
import type { RetentionInput } from '../contract.ts'
import { listExpired } from './expired.ts'

/** The agency's setting for letters and talks. Unit: years after they ended. */
export const readLetterRetention = (db: Db | Tx): Promise<RetentionInput> =>
  db.selectFrom('letter_retention').select(['years', 'basis']).executeTakeFirstOrThrow()

/** While the database is away a page stands without the number. */
export const readLetterRetentionOrNone = (db: Db): Promise<RetentionInput | undefined> =>
  readLetterRetention(db).catch(() => undefined)

/** The period, and what a run would erase today: nothing is changed. Throws: Refusal not_allowed. */
export async function readRetentionList({ db, clock }: Platform, staff: Staff, tried?: number) {
  assertCan(staff, 'letters.configure')
  const period = await readLetterRetention(db)
  const years = tried ?? period.years
  const endedBefore = retentionEndsBefore(clock.today(), years)
  return { period, years, endedBefore, items: await listExpired(db, endedBefore) }
}

/** Changes what may be erased from today on; nothing is erased by it. Law: PIPL art. 19, art. 47. Throws: Refusal not_allowed. */
export function setLetterRetention(platform: Platform, staff: Staff, after: RetentionInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.configure')
    const before = await tx
      .selectFrom('letter_retention')
      .select(['years', 'basis'])
      .forUpdate()
      .executeTakeFirstOrThrow()
    await tx.updateTable('letter_retention').set(after).execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.set_retention',
      subject: { kind: 'letter_retention', id: 1 },
      detail: { before, after },
    })
  })
}
