import type { Platform } from '#platform'
import { daysBetween } from '#platform/clock'
import { workingCalendar } from './loaded-calendar.ts'
import { listLoaded } from './notice-store.ts'

/** Nearer than this, somebody has to look for the next notice. Unit: calendar days. */
export const horizonWarningDays = 60

/** For the console: every version, newest first, and how far the calendar reaches. */
export async function readCalendar({ db, clock }: Platform) {
  const { from, horizon } = await workingCalendar(db)
  const daysLeft = daysBetween(clock.today(), horizon)
  const { items, stamp } = await listLoaded(db)
  return { stamp, from, horizon, daysLeft, nearEnd: daysLeft < horizonWarningDays, notices: items }
}
