import type { Screen } from '#admin'
import { FigurePage } from './figure-page.tsx'
import { Figures } from './figures.tsx'

const group = '统计'
const action = 'statistics.read'
export const statisticsScreens: readonly Screen[] = [
  { path: '/statistics', label: '统计分析', group, action, element: <Figures /> },
  { path: '/statistics/:key', action, element: <FigurePage /> },
]
