import { createHash } from 'node:crypto'
import { type Db, sql, type Tx } from '#platform/db'
import type { Role, SignInWay, Staff } from './contract.ts'

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** The person with the credentials, locked until the transaction ends; undefined when unknown or left. */
export function lockCredentials(tx: Tx, username: string) {
  return tx
    .selectFrom('staff')
    .innerJoin('staff_credentials as credentials', 'credentials.staff_id', 'staff.id')
    .select(['staff.id', 'staff.username', 'staff.name', 'staff.department_id'])
    .selectAll('credentials')
    .where('username', '=', username)
    .where('active', '=', true)
    .forUpdate('credentials')
    .executeTakeFirst()
}
export type Credentials = NonNullable<Awaited<ReturnType<typeof lockCredentials>>>

/** The session with its person and roles in one query. */
export async function findSession(db: Db, token: string) {
  const row = await db
    .selectFrom('staff_sessions as session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .leftJoin('staff_credentials as credentials', 'credentials.staff_id', 'staff.id')
    .select(['session.created_at', 'session.seen_at', 'session.way', 'credentials.must_change'])
    .select((eb) => [
      eb
        .and([
          eb('credentials.staff_id', 'is not', null),
          eb('credentials.totp_confirmed_at', 'is', null),
          sql<boolean>`exists (select from sign_in_rules join staff_roles on staff_roles.staff_id = staff.id
          and staff_roles.role = any (second_factor_roles))`,
        ])
        .as('must_enrol'),
    ])
    .select(['staff.id', 'staff.username', 'staff.name', 'staff.department_id'])
    .select(
      sql<Role[]>`array(select role from staff_roles where staff_id = staff.id order by role)`.as('roles'),
    )
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .where('staff.active', '=', true)
    .executeTakeFirst()
  if (!row) return undefined
  const byPassword = row.way === 'password'
  const staff: Staff = {
    id: row.id,
    username: row.username,
    name: row.name,
    departmentId: row.department_id,
    roles: row.roles,
  }
  return {
    staff,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    // Password and second factor of who comes from the identity provider are the provider's.
    mustChange: byPassword && (row.must_change ?? false),
    mustEnrol: byPassword && Boolean(row.must_enrol),
  }
}

export async function insertSession(tx: Tx, staffId: number, token: string, at: Date, way: SignInWay) {
  await tx
    .insertInto('staff_sessions')
    .values({ token_hash: hashToken(token), staff_id: staffId, created_at: at, seen_at: at, way })
    .execute()
}

export async function touchSession(db: Db, token: string, at: Date) {
  await db
    .updateTable('staff_sessions')
    .set({ seen_at: at })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

export async function endSession(tx: Tx, token: string, at: Date) {
  await tx
    .updateTable('staff_sessions')
    .set({ ended_at: at })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

/** Ends every session of a person, except one. */
export async function endSessions(tx: Tx, staffId: number, at: Date, exceptToken?: string) {
  let query = tx
    .updateTable('staff_sessions')
    .set({ ended_at: at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
  if (exceptToken) query = query.where('token_hash', '<>', hashToken(exceptToken))
  await query.execute()
}

export async function saveCredentials(
  tx: Tx,
  staffId: number,
  changes: Partial<Omit<Credentials, 'id' | 'username' | 'name' | 'department_id' | 'staff_id'>>,
) {
  await tx.updateTable('staff_credentials').set(changes).where('staff_id', '=', staffId).execute()
}

export function findActiveStaff(tx: Tx, username: string) {
  return tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('username', '=', username)
    .where('active', '=', true)
    .executeTakeFirst()
}
