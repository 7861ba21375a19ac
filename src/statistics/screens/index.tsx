import { lazyScreen, type Screen } from '#admin'

const group = '统计'
const action = 'statistics.read'
export const statisticsScreens: readonly Screen[] = [
  {
    path: '/statistics',
    label: '统计分析',
    group,
    action,
    element: lazyScreen(() => import('./figures.tsx'), 'Figures'),
  },
  { path: '/statistics/:key', action, element: lazyScreen(() => import('./figure-page.tsx'), 'FigurePage') },
]
