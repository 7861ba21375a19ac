import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { readAgency } from './agency.ts'
import type { AgencyInput } from './contract.ts'

/** Every public page carries these: all of them are made anew. Throws: Refusal not_allowed. */
export function changeAgency(platform: Platform, staff: Staff, input: AgencyInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    await tx.selectFrom('agency').select('only_row').forUpdate().execute()
    const before = await readAgency(tx)
    // What other settings of the row there are stay as they are.
    const settings = JSON.stringify({ ...before, ...input })
    await tx
      .insertInto('agency')
      .values({ settings, updated_at: platform.clock.now() })
      .onConflict((conflict) =>
        conflict.column('only_row').doUpdateSet({ settings, updated_at: platform.clock.now() }),
      )
      .execute()
    await platform.cache.touch(tx, ['site'])
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
