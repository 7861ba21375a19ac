import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import { assertSeparated, spendPermission } from './administrators.ts'
import { actorOf, type Role, type Staff } from './contract.ts'
import { firstPassword, hashPassword } from './password.ts'
import { assertCan } from './permissions.ts'
import { refuse } from './refusals.ts'
import { endSessions } from './store.ts'

/** Throws: Refusal not_allowed, own_roles, administrators_separated, not_found. */
export function setRoles(platform: Platform, staff: Staff, id: number, roles: readonly Role[]) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_roles')
    if (staff.id === id) throw refuse('own_roles')
    assertSeparated(roles)
    const known = await tx
      .selectFrom('staff')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!known) throw refuseGenerally('not_found')
    await tx.deleteFrom('staff_roles').where('staff_id', '=', id).execute()
    if (roles.length)
      await tx
        .insertInto('staff_roles')
        .values(roles.map((role) => ({ staff_id: id, role })))
        .execute()
    const subject = { kind: 'staff', id }
    record(tx, { actor: actorOf(staff), action: 'people.set_roles', subject, detail: { roles } })
  })
}

/**
 * A new first password; ends the person's sessions and lifts a lock. The second factor stays: it is the security
 * administrator's to remove. Throws: Refusal not_allowed, administrator_needs_two, not_found.
 */
export function resetPassword(
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ firstPassword: string }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    await spendPermission(tx, id, platform.clock.now())
    const password = firstPassword()
    const fresh = { password_hash: await hashPassword(password), must_change: true, failures: 0 }
    const { numUpdatedRows } = await tx
      .updateTable('staff_credentials')
      .set({ ...fresh, locked_until: null })
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    await endSessions(tx, id, platform.clock.now())
    record(tx, { actor: actorOf(staff), action: 'people.reset_password', subject: { kind: 'staff', id } })
    return { firstPassword: password }
  })
}

/**
 * An account is never deleted: reviews and audit entries name it.
 * Throws: Refusal not_allowed, own_account, administrator_needs_two, not_found.
 */
export function setActive(platform: Platform, staff: Staff, id: number, active: boolean) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    if (staff.id === id) throw refuse('own_account')
    await spendPermission(tx, id, platform.clock.now())
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({ active })
      .where('id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    if (!active) await endSessions(tx, id, platform.clock.now())
    const subject = { kind: 'staff', id }
    record(tx, { actor: actorOf(staff), action: 'people.set_active', subject, detail: { active } })
  })
}

/** Before the time is over, on the person's word. Throws: Refusal not_allowed, not_found. */
export function unlock(platform: Platform, staff: Staff, id: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    const { numUpdatedRows } = await tx
      .updateTable('staff_credentials')
      .set({ failures: 0, locked_until: null })
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    record(tx, { actor: actorOf(staff), action: 'people.unlock', subject: { kind: 'staff', id } })
  })
}

/** Null: in no department. Throws: Refusal not_allowed, department_retired, not_found. */
export function setDepartment(platform: Platform, staff: Staff, id: number, departmentId: number | null) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    if (departmentId !== null) await assertDepartment(tx, departmentId)
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({ department_id: departmentId })
      .where('id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    const subject = { kind: 'staff', id }
    record(tx, { actor: actorOf(staff), action: 'people.set_department', subject, detail: { departmentId } })
  })
}

async function assertDepartment(tx: Tx, id: number) {
  const row = await tx
    .selectFrom('departments')
    .select('id')
    .where('id', '=', id)
    .where('active', '=', true)
    .forShare()
    .executeTakeFirst()
  if (!row) throw refuse('department_retired')
}
