import type { Module } from '#platform'
import { apiWith } from './api.ts'
import type { DueDates } from './due-dates.ts'

export { builtInNotices } from './built-in-notices.ts'
export { CalendarGap } from './calendar-gap.ts'
export type { DayKind, HolidayNotice, MovedDate, NoticeReference } from './contract.ts'
export { calendarDesk } from './desk.ts'
export type { DueDates } from './due-dates.ts'
export { workingCalendar } from './loaded-calendar.ts'
export { calendarOf, dayKind, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'
export { addWorkingDays, explainDays, sameOrNextWorkingDay, workingDaysBetween } from './working-days.ts'

/** `dueDates`: what is recomputed when a notice is loaded. */
export const calendarWith = ({ dueDates }: { dueDates: readonly DueDates[] }) =>
  ({ name: 'calendar', api: apiWith(dueDates) }) satisfies Module
