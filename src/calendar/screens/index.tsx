import { lazyScreen, type Screen } from '#admin'

const group = '系统'
export const calendarScreens: readonly Screen[] = [
  {
    path: '/calendar',
    label: '工作日历',
    group,
    action: 'calendar.manage',
    element: lazyScreen(() => import('./notice-list.tsx'), 'NoticeList'),
  },
  {
    path: '/calendar/new',
    action: 'calendar.manage',
    element: lazyScreen(() => import('./load-notice.tsx'), 'LoadNotice'),
  },
]
