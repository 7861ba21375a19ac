import { can, type Desk } from '#people'
import { dayOf } from '#platform/clock'
import { sql } from '#platform/db'

/** Jobs that gave up, for whoever runs the system. The queue's tables are there once it was used. */
export const failedJobsDesk: Desk = async ({ db }, staff) => {
  if (!can(staff, 'settings.manage')) return []
  const { rows } = await sql<{
    known: boolean
  }>`select to_regclass('pgboss.job') is not null as known`.execute(db)
  if (!rows[0]?.known) return []
  const failed = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(created_on) as oldest from pgboss.job where state = 'failed'`.execute(
    db,
  )
  const { count = 0, oldest = null } = failed.rows[0] ?? {}
  if (count === 0) return []
  return [
    {
      key: 'failed_jobs',
      group: '系统',
      label: '失败的后台任务',
      count,
      unit: '个',
      href: '/jobs',
      oldest: oldest && dayOf(oldest),
    },
  ]
}
