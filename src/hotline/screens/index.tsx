import { lazyScreen, type Screen } from '#admin'

const group = '咨询电话'
export const hotlineScreens: readonly Screen[] = [
  {
    path: '/hotline',
    label: '接听台',
    group,
    action: 'hotline.answer',
    element: lazyScreen(() => import('./desk.tsx'), 'Desk'),
  },
  {
    path: '/hotline/calls',
    label: '来电记录',
    group,
    action: 'hotline.read',
    element: lazyScreen(() => import('./call-log.tsx'), 'CallLog'),
  },
]
