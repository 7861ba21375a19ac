import { assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql } from '#platform/db'
import { dueDay, isOverdue, isSoon, isThreeMonthsOld, soonDay } from '../late.ts'

/** What waits for this person, for the console's first page, with the dates. Throws: Refusal not_allowed. */
export async function countWork({ db, clock }: Platform, staff: Staff) {
  assertCan(staff, 'letters.read')
  const today = clock.today()
  const soon = await soonDay(db, today)
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})::integer`
  const oldest = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<Day | null>`min(letters.received_on) filter (where ${condition})`
  const next = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<Day | null>`min(${dueDay}) filter (where ${condition} and ${dueDay} >= ${today}::date)`
  const open = sql<boolean>`letters.status in ('received', 'handling', 'in_approval')`
  const received = sql<boolean>`letters.status = 'received'`
  const inApproval = sql<boolean>`letters.status = 'in_approval'`
  const followUp = sql<boolean>`f.id is not null`
  const [row, mine] = await Promise.all([
    db
      .selectFrom('letters')
      .leftJoin('letter_follow_ups as f', (join) =>
        join.onRef('f.letter_id', '=', 'letters.id').on('f.closed_on', 'is', null),
      )
      .select([
        count(received).as('letters_received'),
        count(open).as('letters_open'),
        count(inApproval).as('letters_in_approval'),
        count(followUp).as('letters_follow_up'),
        count(isOverdue(today)).as('letters_overdue'),
        count(sql<boolean>`${open} and ${isOverdue(today)}`).as('open_overdue'),
        count(sql<boolean>`${followUp} and ${isOverdue(today)}`).as('follow_up_overdue'),
        count(isSoon(today, soon)).as('letters_due_soon'),
        count(isThreeMonthsOld(today)).as('letters_three_months'),
        count(sql<boolean>`letters.supervised`).as('letters_supervised'),
        count(sql<boolean>`letters.supervised and ${isOverdue(today)}`).as('supervised_overdue'),
        next(open).as('open_next'),
        next(followUp).as('follow_up_next'),
        next(sql<boolean>`true`).as('any_next'),
        oldest(open).as('oldest'),
        oldest(received).as('received_oldest'),
        oldest(inApproval).as('in_approval_oldest'),
        next(received).as('received_next'),
        next(inApproval).as('in_approval_next'),
      ])
      .where((eb) => eb.or([open, eb('f.id', 'is not', null), eb('letters.supervised', '=', true)]))
      .executeTakeFirstOrThrow(),
    can(staff, 'letters.handle') && staff.departmentId
      ? db
          .selectFrom('letter_dispatches as d')
          .innerJoin('letters', 'letters.id', 'd.letter_id')
          .select([
            sql<number>`count(*)::integer`.as('count'),
            sql<Day | null>`min(d.dispatched_on)`.as('oldest'),
            sql<Day | null>`min(letters.due_on) filter (where letters.due_on >= ${today}::date)`.as('next'),
          ])
          .where('d.department_id', '=', staff.departmentId)
          .where('d.ended_on', 'is', null)
          .where('letters.status', 'in', ['received', 'handling'])
          .executeTakeFirstOrThrow()
      : { count: 0, oldest: null, next: null },
  ])
  return { ...row, letters_mine: mine.count, mine_oldest: mine.oldest, mine_next: mine.next }
}
