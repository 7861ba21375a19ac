import type { Screen } from '#admin'
import { SiteErrors } from './site-errors.tsx'

export const siteErrorScreens: readonly Screen[] = [
  {
    path: '/site-errors',
    label: '网站找错',
    group: '互动交流',
    action: 'site_errors.handle',
    element: <SiteErrors />,
  },
]
