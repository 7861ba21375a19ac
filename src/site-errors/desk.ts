import { can, type Desk } from '#people'
import type { Day } from '#platform/clock'
import { sql } from '#platform/db'

/** Reports of readers that are not answered, by the day that stands next: to be passed on, then to be answered. Source: rules.md 5.1. */
export const siteErrorDesk: Desk = async ({ db, clock }, staff) => {
  if (!can(staff, 'site_errors.handle')) return []
  const today = clock.today()
  const due = sql<Day | null>`case status when 'received' then forward_due_on else answer_due_on end`
  const { count, overdue, nextDue, oldest } = await db
    .selectFrom('site_errors')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`count(*) filter (where ${due} < ${today}::date)::integer`.as('overdue'),
      sql<Day | null>`min(${due}) filter (where ${due} >= ${today}::date)`.as('nextDue'),
      eb.fn.min('received_on').as('oldest'),
    ])
    .where('status', '<>', 'answered')
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  return [
    {
      key: 'site_errors_open',
      group: '互动交流',
      label: '待办理的网站找错',
      href: '/site-errors',
      count,
      unit: '件',
      overdue,
      nextDue,
      oldest,
    },
  ]
}
