import { lazyScreen, type Screen } from '#admin'

export const operationsScreens: readonly Screen[] = [
  {
    path: '/jobs',
    label: '后台任务',
    group: '系统',
    action: 'operations.manage',
    element: lazyScreen(() => import('./jobs.tsx'), 'Jobs'),
  },
]
