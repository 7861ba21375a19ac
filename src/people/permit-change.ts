import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { actorOf, type Staff } from './contract.ts'
import { assertCan } from './permissions.ts'
import { refuse } from './refusals.ts'
import { signInLimits } from './sign-in-rules.ts'

/**
 * Lets the system administrator reset or close an administrator's account, once and within a day. Law: GB/T 22239-2019.
 * Throws: Refusal not_allowed, own_permission, not_found.
 */
export function permitChange(platform: Platform, staff: Staff, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_roles')
    if (staff.id === id) throw refuse('own_permission')
    const until = new Date(platform.clock.now().getTime() + signInLimits.permissionMs)
    const { numUpdatedRows } = await tx
      .updateTable('staff_credentials')
      .set({ change_permitted_by: staff.id, change_permitted_until: until })
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    record(tx, { actor: actorOf(staff), action: 'people.permit_change', subject: { kind: 'staff', id } })
  })
}
