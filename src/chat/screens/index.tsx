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
    path: '/chat/settings',
    label: '在线交流设置',
    group,
    action: 'chat.configure',
    element: lazyScreen(() => import('./settings.tsx'), 'Settings'),
  },
]
