import { lazyScreen, type Screen } from '#admin'

const group = '在线交流'
export const chatScreens: readonly Screen[] = [
  {
    path: '/chat',
    label: '坐席台',
    group,
    action: 'chat.answer',
    element: lazyScreen(() => import('./console.tsx'), 'Console'),
  },
  {
    path: '/chat/talks',
    label: '会话记录',
    group,
    action: 'chat.read',
    element: lazyScreen(() => import('./talk-log.tsx'), 'TalkLog'),
  },
  {
    path: '/chat/talks/:id',
    action: 'chat.read',
    element: lazyScreen(() => import('./talk-page.tsx'), 'TalkPage'),
  },
  {
    path: '/chat/board',
    label: '会话统计',
    group,
    action: 'chat.read',
    element: lazyScreen(() => import('./board.tsx'), 'Board'),
  },
  {
    path: '/chat/requests',
    label: '在线交流提出的申请',
    group: '依申请公开',
    action: 'foi.handle',
    element: lazyScreen(() => import('./requests.tsx'), 'Requests'),
  },
  {
    path: '/chat/settings',
    label: '在线交流设置',
    group,
    action: 'chat.configure',
    element: lazyScreen(() => import('./settings.tsx'), 'Settings'),
  },
]
