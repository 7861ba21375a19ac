import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Db } from '#platform/db'
import { actorOf, type DepartmentInput, type Staff } from './contract.ts'
import { assertCan } from './permissions.ts'
import { refuse } from './refusals.ts'

/** In their order, retired ones last, with how many people belong to each. */
export function listDepartments(db: Db) {
  return db
    .selectFrom('departments')
    .leftJoin('staff as supervisor', 'supervisor.id', 'departments.supervisor_id')
    .select(['departments.id', 'code', 'departments.name', 'phone', 'duties', 'position'])
    .select(['departments.active', 'supervisor_id as supervisorId', 'supervisor.name as supervisor'])
    .select((eb) =>
      eb
        .selectFrom('staff')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('staff.department_id', '=', 'departments.id')
        .where('staff.active', '=', true)
        .as('staffCount'),
    )
    .orderBy('departments.active', 'desc')
    .orderBy('position')
    .orderBy('departments.id')
    .execute()
}

/** Throws: Refusal not_allowed, department_code_taken. */
export function createDepartment(platform: Platform, staff: Staff, input: DepartmentInput) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    const row = await tx
      .insertInto('departments')
      .values(columnsOf(input))
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw refuse('department_code_taken', { code: '此代码已被使用。' })
    const subject = { kind: 'department', id: row.id }
    record(tx, { actor: actorOf(staff), action: 'people.create_department', subject, detail: input })
    return row
  })
}

/** Renames, orders, retires. Throws: Refusal not_allowed, not_found, department_code_taken, department_in_use. */
export function changeDepartment(platform: Platform, staff: Staff, id: number, input: DepartmentInput) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_staff')
    const before = await tx
      .selectFrom('departments')
      .select(['code', 'name', 'active'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw refuseGenerally('not_found')
    const same = await tx
      .selectFrom('departments')
      .select('id')
      .where('code', '=', input.code)
      .where('id', '<>', id)
      .executeTakeFirst()
    if (same) throw refuse('department_code_taken', { code: '此代码已被使用。' })
    const member = await tx
      .selectFrom('staff')
      .select('id')
      .where('department_id', '=', id)
      .where('active', '=', true)
      .limit(1)
      .executeTakeFirst()
    if (member && !input.active) throw refuse('department_in_use')
    await tx.updateTable('departments').set(columnsOf(input)).where('id', '=', id).execute()
    const subject = { kind: 'department', id }
    const detail = { before, after: input }
    record(tx, { actor: actorOf(staff), action: 'people.change_department', subject, detail })
  })
}

const columnsOf = ({ code, name, phone, duties, position, active, supervisorId }: DepartmentInput) => ({
  code,
  name,
  phone,
  duties,
  position,
  active,
  supervisor_id: supervisorId,
})
