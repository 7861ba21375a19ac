import { lazyScreen, type Screen } from '#admin'

export const siteScreens: readonly Screen[] = [
  {
    path: '/agency',
    label: '机关设置',
    group: '系统',
    action: 'settings.manage',
    element: lazyScreen(() => import('./agency-settings.tsx'), 'AgencySettings'),
  },
]
