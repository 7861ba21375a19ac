import type { Screen } from '#admin'
import { Jobs } from './jobs.tsx'

export const operationsScreens: readonly Screen[] = [
  { path: '/jobs', label: '后台任务', group: '系统', action: 'operations.manage', element: <Jobs /> },
]
