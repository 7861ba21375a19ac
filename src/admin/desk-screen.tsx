import { lazyScreen } from './lazy-screen.tsx'
import type { Screen } from './screen.ts'

export const deskScreen: Screen = {
  path: '/',
  label: '我的工作',
  group: '工作',
  element: lazyScreen(() => import('./desk.tsx'), 'Desk'),
}
