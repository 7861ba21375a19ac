import { can, type Desk } from '#people'
import { dayOf } from '#platform/clock'

/** Reports that wait for this person's approval: none that they submitted themselves. Law: Order 711 art. 49 (by 31 January). */
export const annualReportDesk: Desk = async ({ db }, staff) => {
  if (!can(staff, 'annual_report.approve')) return []
  const { count, year, oldest } = await db
    .selectFrom('annual_reports')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('year').as('year'),
      eb.fn.min('submitted_at').as('oldest'),
    ])
    .where('status', '=', 'in_approval')
    .where((eb) => eb.or([eb('submitted_by', 'is', null), eb('submitted_by', '<>', staff.id)]))
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  return [
    {
      key: 'annual_report_in_approval',
      group: '统计',
      label: '年度报告待审批',
      href: `/annual-report?year=${year}`,
      count,
      unit: '份',
      oldest: oldest && dayOf(oldest),
    },
  ]
}
