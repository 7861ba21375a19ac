import type { Db, Tx } from '#platform/db'
import type { DepartmentInput, FunctionsInput, LeaderInput } from './contract.ts'

export function listLeaders(db: Db, which: 'shown' | 'all') {
  return db
    .selectFrom('leaders')
    .selectAll()
    .$if(which === 'shown', (q) => q.where('shown', '=', true))
    .orderBy('position')
    .orderBy('id')
    .execute()
}
export type Leader = Awaited<ReturnType<typeof listLeaders>>[number]

export function findShownLeader(db: Db, id: number): Promise<Leader | undefined> {
  return db
    .selectFrom('leaders')
    .selectAll()
    .where('id', '=', id)
    .where('shown', '=', true)
    .executeTakeFirst()
}

/** The portrait of a shown leader as a file to send. */
export function findPortrait(db: Db, id: number) {
  return db
    .selectFrom('leaders')
    .innerJoin('stored_files as file', 'file.id', 'leaders.portrait_file_id')
    .select(['file.id', 'file.name', 'file.media_type as mediaType'])
    .select(['file.size_bytes as sizeBytes', 'file.sha256'])
    .where('leaders.id', '=', id)
    .where('shown', '=', true)
    .executeTakeFirst()
}

/** Answers the id; undefined when there is no such leader. */
export async function writeLeader(tx: Tx, input: LeaderInput, at: Date, id?: number) {
  const { portraitAlt, ...given } = input
  const row = { ...given, portrait_alt: portraitAlt, updated_at: at }
  const query =
    id === undefined
      ? tx.insertInto('leaders').values(row).returning('id')
      : tx.updateTable('leaders').set(row).where('id', '=', id).returning('id')
  return (await query.executeTakeFirst())?.id
}

export async function writePortrait(tx: Tx, id: number, fileId: number, at: Date) {
  const row = { portrait_file_id: fileId, updated_at: at }
  const { numUpdatedRows } = await tx
    .updateTable('leaders')
    .set(row)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0
}

/** Departments with what the public may see of them; those never profiled are not shown. */
export async function listDepartments(db: Db, which: 'shown' | 'all') {
  const rows = await db
    .selectFrom('departments')
    .leftJoin('department_profiles as profile', 'profile.department_id', 'departments.id')
    .select(['departments.id', 'departments.name', 'departments.duties', 'departments.phone'])
    .select(['profile.kind', 'profile.room', 'profile.shown'])
    .where('departments.active', '=', true)
    .$if(which === 'shown', (q) => q.where('profile.shown', '=', true))
    .orderBy('departments.position')
    .orderBy('departments.id')
    .execute()
  return rows.map(({ phone, kind, ...row }) => ({
    ...row,
    kind: kind === 'subordinate' ? ('subordinate' as const) : ('internal' as const),
    duties: row.duties ?? '',
    telephone: phone ?? '',
    room: row.room ?? '',
    shown: row.shown ?? false,
  }))
}
export type Department = Awaited<ReturnType<typeof listDepartments>>[number]

export async function writeProfile(
  tx: Tx,
  departmentId: number,
  input: Pick<DepartmentInput, 'kind' | 'room' | 'shown'>,
  at: Date,
) {
  const row = { kind: input.kind, room: input.room, shown: input.shown, updated_at: at }
  await tx
    .insertInto('department_profiles')
    .values({ department_id: departmentId, ...row })
    .onConflict((conflict) => conflict.column('department_id').doUpdateSet(row))
    .execute()
}

export function findFunctions(db: Db) {
  return db.selectFrom('agency_functions').select(['basis', 'body']).executeTakeFirst()
}

export async function writeFunctions(tx: Tx, input: FunctionsInput, at: Date) {
  const row = { ...input, updated_at: at }
  await tx
    .insertInto('agency_functions')
    .values(row)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute()
}

/** Page tags of the section that leads to a page, when the agency has one. */
export function findSectionOf(db: Db, shows: 'leaders' | 'departments' | 'functions') {
  return db
    .selectFrom('sections')
    .select(['code', 'name', 'description', 'keywords', 'column_type'])
    .where('shows', '=', shows)
    .where('status', '=', 'active')
    .orderBy('id')
    .executeTakeFirst()
}
