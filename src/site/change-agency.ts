import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Agency, readAgency } from './agency.ts'
import type { AgencyInput } from './contract.ts'

/** Every public page carries these: all of them are made anew. Throws: Refusal not_allowed. */
export function changeAgency(platform: Platform, staff: Staff, input: AgencyInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    const before = await writeAgency(platform, tx, input)
    const changed = (Object.keys(input) as (keyof AgencyInput)[]).filter((key) => before[key] !== input[key])
    record(tx, {
      actor: actorOf(staff),
      action: 'site.change_settings',
      subject: { kind: 'agency', id: 1 },
      detail: {
        before: Object.fromEntries(changed.map((key) => [key, before[key]])),
        after: Object.fromEntries(changed.map((key) => [key, input[key]])),
      },
    })
  })
}

/** Answers the settings as they were; what is not named stays as it is. */
export async function writeAgency(platform: Platform, tx: Tx, changes: Partial<Agency>): Promise<Agency> {
  await tx.selectFrom('agency').select('only_row').forUpdate().execute()
  const before = await readAgency(tx)
  const settings = JSON.stringify({ ...before, ...changes })
  const row = { settings, updated_at: platform.clock.now() }
  await tx
    .insertInto('agency')
    .values(row)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute()
  await platform.cache.touch(tx, ['site'])
  return before
}
