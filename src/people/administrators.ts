import type { Tx } from '#platform/db'
import { administratorRoles, isAdministrator } from './administrator-roles.ts'
import type { Role } from './contract.ts'
import { refuse } from './refusals.ts'

/** Law: GB/T 22239-2019 (separated administrators). Throws: Refusal administrators_separated. */
export function assertSeparated(roles: readonly Role[]) {
  if (administratorRoles.filter((role) => roles.includes(role)).length > 1)
    throw refuse('administrators_separated')
}

/**
 * Whoever sets an administrator's password could become them: before it, somebody of another duty has permitted it. The
 * permission is spent here. Law: GB/T 22239-2019. Throws: Refusal administrator_needs_two.
 */
export async function spendPermission(tx: Tx, staffId: number, now: Date) {
  // setRoles locks the same row, so that the roles stay what they are until this ends.
  await tx.selectFrom('staff').select('id').where('id', '=', staffId).forUpdate().execute()
  const held = await tx.selectFrom('staff_roles').select('role').where('staff_id', '=', staffId).execute()
  if (!isAdministrator(held.map(({ role }) => role as Role))) return
  const { numUpdatedRows } = await tx
    .updateTable('staff_credentials')
    .set({ change_permitted_by: null, change_permitted_until: null })
    .where('staff_id', '=', staffId)
    .where('change_permitted_until', '>', now)
    .executeTakeFirst()
  if (!numUpdatedRows) throw refuse('administrator_needs_two')
}
