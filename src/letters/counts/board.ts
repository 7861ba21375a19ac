import { workingCalendar } from '#calendar'
import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import { isUnanswered } from '../late.ts'
import { handlingTime } from './handling-time.ts'

export type BoardRow = {
  departmentId: number | null
  department: string
  received: number
  /** Taken back, refused, passed on: nobody waits for a reply to them. */
  ended: number
  replied: number
  inTime: number
  open: number
  overdue: number
  ratePercent: number | null
  inTimePercent: number | null
  meanWorkingDays: number | null
  medianWorkingDays: number | null
  meanRating: number | null
}

/** Response rate and time of each department for letters received in a period; without a department: the desk. Throws: Refusal not_allowed. */
export async function readBoard(
  platform: Platform,
  staff: Staff,
  period: { from: Day; to: Day },
): Promise<BoardRow[]> {
  assertCan(staff, 'letters.read')
  const { db, clock } = platform
  const [counts, pairs, calendar] = await Promise.all([
    countByDepartment(db, period, clock.today()),
    pairsByDepartment(db, period),
    workingCalendar(db),
  ])
  return counts.map((row) => {
    const time = handlingTime(
      calendar,
      pairs.filter(({ department_id }) => department_id === row.department_id),
    )
    const owed = row.received - row.ended
    return {
      departmentId: row.department_id,
      department: row.department ?? '信件管理（未转办）',
      received: row.received,
      ended: row.ended,
      replied: row.replied,
      inTime: row.in_time,
      open: row.open,
      overdue: row.overdue,
      ratePercent: percent(row.replied, owed),
      inTimePercent: percent(row.in_time, row.dated),
      meanWorkingDays: time.mean,
      medianWorkingDays: time.median,
      meanRating: row.mean_rating === null ? null : Math.round(Number(row.mean_rating) * 10) / 10,
    }
  })
}

const percent = (part: number, whole: number) => (whole > 0 ? Math.round((1000 * part) / whole) / 10 : null)

/** In time is a share of the replied letters that had a day at all: `dated`. */
function countByDepartment(db: Db, { from, to }: { from: Day; to: Day }, today: Day) {
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})::integer`
  return db
    .selectFrom('letters')
    .leftJoin('departments', 'departments.id', 'letters.department_id')
    .select(['letters.department_id', 'departments.name as department'])
    .select([
      sql<number>`count(*)::integer`.as('received'),
      count(sql<boolean>`status in ('withdrawn', 'refused', 'routed') and replied_on is null`).as('ended'),
      count(sql<boolean>`replied_on is not null`).as('replied'),
      count(sql<boolean>`replied_on is not null and due_on is not null`).as('dated'),
      count(sql<boolean>`replied_on <= due_on`).as('in_time'),
      count(sql<boolean>`status in ('received', 'handling', 'in_approval')`).as('open'),
      count(sql<boolean>`${isUnanswered} and due_on < ${today}::date`).as('overdue'),
      sql<string | null>`avg(rating)`.as('mean_rating'),
    ])
    .where('letters.received_on', '>=', from)
    .where('letters.received_on', '<=', to)
    .groupBy(['letters.department_id', 'departments.name', 'departments.position'])
    .orderBy(sql`departments.position nulls first`)
    .execute()
}

async function pairsByDepartment(db: Db, { from, to }: { from: Day; to: Day }) {
  const rows = await db
    .selectFrom('letters')
    .select(['department_id', 'received_on', 'replied_on', sql<number>`count(*)::integer`.as('count')])
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .where('replied_on', 'is not', null)
    .groupBy(['department_id', 'received_on', 'replied_on'])
    .execute()
  return rows.map((row) => ({
    department_id: row.department_id,
    from: row.received_on,
    to: row.replied_on as Day,
    count: row.count,
  }))
}
