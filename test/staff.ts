import type { Role, Staff } from '#people'
import type { Platform } from '#platform'

let made = 0

/** Inserts a staff member with these roles and returns what use cases take. */
export async function testStaff(platform: Platform, ...roles: Role[]): Promise<Staff> {
  const username = `staff${++made}`
  const name = `工作人员${made}`
  const { id } = await platform.db
    .insertInto('staff')
    .values({ username, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (roles.length)
    await platform.db
      .insertInto('staff_roles')
      .values(roles.map((role) => ({ staff_id: id, role })))
      .execute()
  return { id, username, name, departmentId: null, roles }
}
