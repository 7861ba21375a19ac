import { type Actor, record } from '#audit'
import type { Tx } from '#platform/db'
import { assertSeparated } from './administrators.ts'
import type { NewStaff } from './contract.ts'
import { firstPassword, hashPassword } from './password.ts'
import { refuse } from './refusals.ts'

/** Makes an account with a first password that must be changed. Throws: Refusal username_taken, administrators_separated. */
export async function createStaff(
  tx: Tx,
  actor: Actor,
  input: NewStaff,
  password = firstPassword(),
  options = { mustChange: true },
): Promise<{ id: number; firstPassword: string }> {
  assertSeparated(input.roles)
  const row = await tx
    .insertInto('staff')
    .values({ username: input.username, name: input.name, department_id: input.departmentId })
    .onConflict((on) => on.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw refuse('username_taken')
  const credentials = { password_hash: await hashPassword(password), must_change: options.mustChange }
  await tx
    .insertInto('staff_credentials')
    .values({ staff_id: row.id, ...credentials })
    .execute()
  if (input.roles.length)
    await tx
      .insertInto('staff_roles')
      .values(input.roles.map((role) => ({ staff_id: row.id, role })))
      .execute()
  const subject = { kind: 'staff', id: row.id }
  record(tx, { actor, action: 'people.create', subject, detail: { roles: input.roles } })
  return { id: row.id, firstPassword: password }
}
