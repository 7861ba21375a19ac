import { addWorkingDays, CalendarGap, type WorkingCalendar, workingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'

/** Nobody has answered yet: the clock of the answer runs. One piece for desk, list, board and warnings. */
export const isUnanswered = sql<boolean>`(letters.replied_on is null and letters.status in ('received', 'handling', 'in_approval'))`

/** The day of the clock that runs: of the open follow-up `f`, else of the answer. */
export const dueDay = sql<Day | null>`coalesce(f.due_on, case when ${isUnanswered} then letters.due_on end)`

export const isOverdue = (today: Day) => sql<boolean>`(${dueDay} < ${today}::date)`

/** The hard alarm. Source: rules.md 5.1. */
export const isThreeMonthsOld = (today: Day) =>
  sql<boolean>`(${isUnanswered} and letters.received_on < (${today}::date - interval '3 months'))`

/** Until when a day is near: each mailbox has its own number of working days. */
export async function soonDay(db: Db | Tx, today: Day) {
  const [mailboxes, calendar] = [
    await db.selectFrom('mailboxes').select(['key', 'warn_before']).execute(),
    await workingCalendar(db),
  ]
  const each = mailboxes.map(
    ({ key, warn_before }) => sql`when ${key} then ${lastOf(calendar, today, warn_before)}::date`,
  )
  return each.length
    ? sql<Day>`(case letters.mailbox ${sql.join(each, sql` `)} end)`
    : sql<Day>`${today}::date`
}

export const isSoon = (today: Day, soon: Awaited<ReturnType<typeof soonDay>>) =>
  sql<boolean>`(${dueDay} >= ${today}::date and ${dueDay} <= ${soon})`

/** Where no notice covers the days yet, only today is near. */
function lastOf(calendar: WorkingCalendar, today: Day, within: number): Day {
  try {
    return addWorkingDays(calendar, today, within)
  } catch (error) {
    if (error instanceof CalendarGap) return today
    throw error
  }
}
