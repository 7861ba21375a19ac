import { assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import { sql } from '#platform/db'

/** What waits for this person, for the console's first page. Throws: Refusal not_allowed. */
export async function countWork({ db, clock }: Platform, staff: Staff) {
  assertCan(staff, 'letters.read')
  const today = clock.today()
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`count(*) filter (where ${condition})::integer`
  const open = sql<boolean>`letters.status in ('received', 'handling', 'in_approval')`
  const [row, mine] = await Promise.all([
    db
      .selectFrom('letters')
      .leftJoin('letter_follow_ups as f', (join) =>
        join.onRef('f.letter_id', '=', 'letters.id').on('f.closed_on', 'is', null),
      )
      .select([
        count(sql<boolean>`letters.status = 'received'`).as('letters_received'),
        count(open).as('letters_open'),
        count(sql<boolean>`letters.status = 'in_approval'`).as('letters_in_approval'),
        count(sql<boolean>`f.id is not null`).as('letters_follow_up'),
        count(
          sql<boolean>`(${open} and letters.replied_on is null and letters.due_on < ${today}::date) or f.due_on < ${today}::date`,
        ).as('letters_overdue'),
      ])
      .where((eb) => eb.or([open, eb('f.id', 'is not', null)]))
      .executeTakeFirstOrThrow(),
    can(staff, 'letters.handle') && staff.departmentId
      ? db
          .selectFrom('letter_dispatches as d')
          .innerJoin('letters', 'letters.id', 'd.letter_id')
          .select(sql<number>`count(*)::integer`.as('count'))
          .where('d.department_id', '=', staff.departmentId)
          .where('d.ended_on', 'is', null)
          .where('letters.status', 'in', ['received', 'handling'])
          .executeTakeFirstOrThrow()
      : { count: 0 },
  ])
  return { ...row, letters_mine: mine.count }
}
