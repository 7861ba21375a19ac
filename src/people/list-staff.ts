import type { Db } from '#platform/db'
import { sql } from '#platform/db'
import { everyRow, keysetPage, type Sort } from '#platform/table'
import type { Role, StaffListQuery } from './contract.ts'
import { signInLimits } from './sign-in-rules.ts'

export type StaffRow = Awaited<ReturnType<typeof listStaff>>['items'][number]
type Page = { sort: Sort<'name' | 'username' | 'id'>; after?: string | undefined; limit?: number }

/** Accounts with department, roles and what the sign-in knows of them; never a password or a secret. */
export function listStaff(db: Db, query: StaffListQuery, now: Date, page: Page) {
  let rows = db
    .selectFrom('staff')
    .leftJoin('departments', 'departments.id', 'staff.department_id')
    .leftJoin('staff_credentials as credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'staff.username', 'staff.name', 'staff.active', 'departments.name as department'])
    .select(['staff.department_id as departmentId', 'staff.created_at as createdAt'])
    .select((eb) => [
      eb('credentials.locked_until', '>', now).as('locked'),
      eb('credentials.totp_confirmed_at', 'is not', null).as('secondFactor'),
      eb('credentials.change_permitted_until', '>', now).as('changePermitted'),
      eb
        .exists(
          eb
            .selectFrom('staff_identities as identity')
            .select('subject')
            .whereRef('identity.staff_id', '=', 'staff.id'),
        )
        .as('bound'),
      sql<Role[]>`array(select role from staff_roles where staff_id = staff.id order by role)`.as('roles'),
      eb
        .selectFrom('staff_sessions')
        .select((inner) => inner.fn.max('seen_at').as('seen'))
        .whereRef('staff_sessions.staff_id', '=', 'staff.id')
        .as('seenAt'),
    ])
  const { text, role, departmentId, state } = query
  if (text)
    rows = rows.where((eb) =>
      eb.or([eb('staff.name', 'like', contains(text)), eb('staff.username', 'like', contains(text))]),
    )
  if (role)
    rows = rows.where('staff.id', 'in', (eb) =>
      eb.selectFrom('staff_roles').select('staff_id').where('role', '=', role),
    )
  if (departmentId) rows = rows.where('staff.department_id', '=', departmentId)
  if (state === 'active') rows = rows.where('staff.active', '=', true)
  if (state === 'inactive') rows = rows.where('staff.active', '=', false)
  if (state === 'locked') rows = rows.where('credentials.locked_until', '>', now)
  if (state === 'idle') rows = rows.where('staff.active', '=', true).where(idleSince(now))
  const { sort, ...rest } = page
  return keysetPage(rows, {
    sort: `staff.${sort.column}`,
    direction: sort.direction,
    id: 'staff.id',
    ...rest,
  })
}

const contains = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** Unused accounts are to be removed. Law: GB/T 22239-2019 8.1.4.2. */
const idleSince = (now: Date) => {
  const since = new Date(now.getTime() - signInLimits.unusedMs)
  return sql<boolean>`staff.created_at < ${since} and not exists
    (select from staff_sessions where staff_id = staff.id and seen_at >= ${since})`
}

/** All of them, page by page, for the export. */
export function eachStaff(db: Db, query: StaffListQuery, now: Date) {
  const sort = { column: 'id', direction: 'asc' } as const
  return everyRow((after: string | undefined) => listStaff(db, query, now, { sort, after, limit: 500 }))
}
