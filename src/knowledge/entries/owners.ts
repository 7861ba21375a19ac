import { can, type Role } from '#people'
import type { Db, Tx } from '#platform/db'

export type Owner = { id: number; name: string }

/** Who may look after an entry: in office, and writes entries. */
export async function listOwners(db: Db | Tx): Promise<Owner[]> {
  return (await activeStaff(db))
    .filter((staff) => can(staff, 'knowledge.write'))
    .map(({ id, name }) => ({ id, name }))
}

/** Who is told of an entry: its owner; when that person has left, whoever reviews. Only people with an address. */
export async function addressesFor(db: Db | Tx, ownerId: number): Promise<string[]> {
  const staff = await activeStaff(db)
  const owner = staff.find(({ id }) => id === ownerId)
  const told = owner ? [owner] : staff.filter((one) => can(one, 'knowledge.review'))
  return told.flatMap(({ email }) => (email ? [email] : []))
}

async function activeStaff(db: Db | Tx) {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.email', 'staff_roles.role'])
    .where('staff.active', '=', true)
    .orderBy('staff.name')
    .orderBy('staff.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, roles]) => ({
    id,
    name: roles[0]?.name ?? '',
    email: roles[0]?.email ?? null,
    roles: roles.map(({ role }) => role as Role),
  }))
}
