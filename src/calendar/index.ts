import type { Module } from '#platform'

export { builtInNotices } from './built-in-notices.ts'
export { CalendarGap } from './calendar-gap.ts'
export type { DayKind, HolidayNotice } from './contract.ts'
export { workingCalendar } from './loaded-calendar.ts'
export { calendarOf, dayKind, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'
export { addWorkingDays, explainDays, sameOrNextWorkingDay, workingDaysBetween } from './working-days.ts'

export const calendar = { name: 'calendar' } satisfies Module
