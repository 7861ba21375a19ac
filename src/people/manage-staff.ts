import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { actorOf, type Role, type Staff } from './contract.ts'
import { firstPassword, hashPassword } from './password.ts'
import { assertCan } from './permissions.ts'
import { refuse } from './refusals.ts'
import { assertSeparated } from './sign-in-rules.ts'
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

/** A new first password; ends the person's sessions and lifts a lock. Throws: Refusal not_allowed, not_found. */
export function resetPassword(
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ firstPassword: string }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    const password = firstPassword()
    const fresh = { password_hash: await hashPassword(password), must_change: true, failures: 0 }
    const { numUpdatedRows } = await tx
      .updateTable('staff_credentials')
      .set({ ...fresh, locked_until: null, totp_sealed: null, totp_confirmed_at: null })
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    await endSessions(tx, id, platform.clock.now())
    record(tx, { actor: actorOf(staff), action: 'people.reset_password', subject: { kind: 'staff', id } })
    return { firstPassword: password }
  })
}

/** An account is never deleted: reviews and audit entries name it. Throws: Refusal not_allowed, not_found. */
export function setActive(platform: Platform, staff: Staff, id: number, active: boolean) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
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

export function listStaff(platform: Platform, staff: Staff) {
  if (!staff.roles.includes('security_administrator')) assertCan(staff, 'people.manage_staff')
  return platform.db
    .selectFrom('staff')
    .leftJoin('departments', 'departments.id', 'staff.department_id')
    .select(['staff.id', 'username', 'staff.name', 'staff.active', 'departments.name as department'])
    .select((eb) =>
      eb
        .fn<Role[]>('array', [
          eb.selectFrom('staff_roles').select('role').whereRef('staff_id', '=', 'staff.id').orderBy('role'),
        ])
        .as('roles'),
    )
    .orderBy('staff.id')
    .execute()
}
