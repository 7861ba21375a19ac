import { can, type Desk } from '#people'
import { readCalendar } from './read-calendar.ts'

/** A calendar that ends soon leaves cases without a date: somebody has to look for the next notice. */
export const calendarDesk: Desk = async (platform, staff) => {
  if (!can(staff, 'calendar.manage')) return []
  const { horizon, daysLeft, nearEnd } = await readCalendar(platform)
  if (!nearEnd) return []
  return [
    {
      key: 'calendar_horizon',
      group: '系统',
      label: '工作日历将到期，请载入新的放假通知',
      count: Math.max(daysLeft, 0),
      unit: '天',
      href: '/calendar',
      nextDue: horizon,
    },
  ]
}
