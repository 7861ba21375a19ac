import type { Staff } from '#people'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'

export type Dispatch = {
  id: number
  departmentId: number
  department: string
  part: 'main' | 'assisting'
  note: string
  dispatchedOn: Day
  claimedBy: string | null
  claimedOn: Day | null
  opinionSealed: Buffer | null
  opinionOn: Day | null
  endedOn: Day | null
  endedAs: 'returned' | 'dispatched_anew' | null
  endedBecause: string
}

/** All dispatches of a letter in their order, ended ones included. */
export async function listDispatches(db: Db | Tx, letterId: number): Promise<Dispatch[]> {
  const rows = await db
    .selectFrom('letter_dispatches as d')
    .innerJoin('departments', 'departments.id', 'd.department_id')
    .leftJoin('staff', 'staff.id', 'd.claimed_by')
    .select([
      'd.id',
      'd.department_id',
      'departments.name as department',
      'd.part',
      'd.note',
      'd.dispatched_on',
    ])
    .select(['staff.name as claimed_by', 'd.claimed_on', 'd.opinion_sealed', 'd.opinion_on'])
    .select(['d.ended_on', 'd.ended_as', 'd.ended_because'])
    .where('d.letter_id', '=', letterId)
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    departmentId: row.department_id,
    department: row.department,
    part: row.part as Dispatch['part'],
    note: row.note,
    dispatchedOn: row.dispatched_on,
    claimedBy: row.claimed_by,
    claimedOn: row.claimed_on,
    opinionSealed: row.opinion_sealed,
    opinionOn: row.opinion_on,
    endedOn: row.ended_on,
    endedAs: row.ended_as as Dispatch['endedAs'],
    endedBecause: row.ended_because,
  }))
}

type Current = Pick<Dispatch, 'id' | 'departmentId' | 'part' | 'claimedOn' | 'endedOn'>

/** The dispatch that lies with this person's department. */
export const dispatchTo = <Known extends Current>(
  staff: Pick<Staff, 'departmentId'>,
  all: readonly Known[],
) => all.find((one) => one.endedOn === null && one.departmentId === staff.departmentId)

/** The main department answers; while there is none, the desk does. */
export function mayDraft(staff: Pick<Staff, 'departmentId'>, all: readonly Current[]): boolean {
  const main = all.find((one) => one.endedOn === null && one.part === 'main')
  return !main || main.departmentId === staff.departmentId
}
