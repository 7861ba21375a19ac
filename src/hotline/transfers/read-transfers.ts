import { assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import type { TransferQuery } from '../contract.ts'

const most = 200
/** Whose transfers one sees: the desk all, others those of their own department. */
const unitOf = (staff: Staff) => (can(staff, 'hotline.answer') ? undefined : (staff.departmentId ?? 0))

function transfersOf(db: Db, unitId: number | undefined) {
  const all = db.selectFrom('calls').where('outcome', '=', 'transferred').where('unit_id', 'is not', null)
  return unitId === undefined ? all : all.where('unit_id', '=', unitId)
}

/** Masked; what waits by its day, what is done newest first. Throws: Refusal not_allowed. */
export async function readTransfers({ db, clock }: Platform, staff: Staff, { settled }: TransferQuery) {
  assertCan(staff, 'hotline.settle')
  const rows = transfersOf(db, unitOf(staff))
    .leftJoin('staff', 'staff.id', 'calls.result_by')
    .select(['calls.id', 'called_at as calledAt', 'kind', 'topic', 'content_masked as contentMasked'])
    .select(['forwarded_to as unit', 'due_on as dueOn', 'result', 'result_on as resultOn'])
    .select('staff.name as settledBy')
    .select(sql<boolean>`coalesce(coalesce(result_on, ${clock.today()}) > due_on, false)`.as('late'))
    .limit(most)
  const items = settled
    ? await rows.where('result_on', 'is not', null).orderBy('result_on', 'desc').orderBy('calls.id').execute()
    : await rows.where('result_on', 'is', null).orderBy('due_on').orderBy('calls.id').execute()
  return { items }
}

/** For the desk card. */
export const countTransfers = (db: Db, staff: Staff, today: Day) =>
  transfersOf(db, unitOf(staff))
    .where('result_on', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
      eb.fn.min('due_on').filterWhere('due_on', '>=', today).as('nextDue'),
    ])
    .executeTakeFirstOrThrow()

/** Calls that were handed to a department in a period: how many are open, past their day, and were answered too late. */
export type TransferCount = { name: string; count: number; open: number; overdue: number; late: number }
export function countByUnit(
  db: Db,
  { from, until }: { from: Day; until: Day },
  today: Day,
): Promise<TransferCount[]> {
  const counted = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})::integer`
  return transfersOf(db, undefined)
    .innerJoin('departments', 'departments.id', 'calls.unit_id')
    .select([
      'departments.name',
      sql<number>`count(*)::integer`.as('count'),
      counted(sql<boolean>`result_on is null`).as('open'),
      counted(sql<boolean>`result_on is null and due_on < ${today}`).as('overdue'),
      counted(sql<boolean>`result_on > due_on`).as('late'),
    ])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .groupBy(['departments.id', 'departments.name'])
    .orderBy('overdue', 'desc')
    .orderBy('count', 'desc')
    .orderBy('departments.name')
    .execute()
}
