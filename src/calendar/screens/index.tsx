import type { Screen } from '#admin'
import { LoadNotice } from './load-notice.tsx'
import { NoticeList } from './notice-list.tsx'

const group = '系统'
export const calendarScreens: readonly Screen[] = [
  { path: '/calendar', label: '工作日历', group, action: 'calendar.manage', element: <NoticeList /> },
  { path: '/calendar/new', action: 'calendar.manage', element: <LoadNotice /> },
]
