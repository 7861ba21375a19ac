import type { HolidayNotice } from '#calendar/contract'

/** As the API answers. */
export type NoticeView = HolidayNotice & { inForce: boolean; loadedBy: string | null; loadedAt: string }
export type CalendarView = {
  from: string
  horizon: string
  daysLeft: number
  nearEnd: boolean
  notices: NoticeView[]
}
