import { lazyScreen, type Screen } from '#admin'

export { applicantKindLabels, deliveryLabels, formLabels, identityKindLabels } from '../labels.ts'

const group = '依申请公开'
export const foiScreens: readonly Screen[] = [
  {
    path: '/requests',
    label: '申请登记簿',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./register.tsx'), 'Register'),
  },
  {
    path: '/requests/new',
    label: '登记申请',
    group,
    action: 'foi.handle',
    element: lazyScreen(() => import('./new-request.tsx'), 'NewRequest'),
  },
  {
    path: '/requests/alerts',
    label: '期限提醒',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./alerts.tsx'), 'Alerts'),
  },
  {
    path: '/requests/board',
    label: '督办看板',
    group,
    action: 'foi.approve',
    element: lazyScreen(() => import('./board.tsx'), 'Board'),
  },
  {
    path: '/requests/asked-again',
    label: '多人申请',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./asked-again.tsx'), 'AskedAgainList'),
  },
  {
    path: '/requests/remedies',
    label: '投诉、复议和诉讼',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./remedies-list.tsx'), 'RemediesList'),
  },
  {
    path: '/requests/retention',
    label: '个人信息保存期限',
    group,
    action: 'foi.approve',
    element: lazyScreen(() => import('./retention-list.tsx'), 'RetentionList'),
  },
  {
    path: '/requests/uncertain-values',
    label: '待核实的数值',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./uncertain-values.tsx'), 'UncertainValuesPage'),
  },
  {
    path: '/requests/withheld',
    label: '定期评估',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./withheld-list.tsx'), 'WithheldList'),
  },
  {
    path: '/requests/templates',
    label: '文书模板',
    group,
    action: 'foi.read',
    element: lazyScreen(() => import('./letter-templates.tsx'), 'LetterTemplates'),
  },
  {
    path: '/requests/:id/files/:fileId/redaction',
    action: 'foi.handle',
    element: lazyScreen(() => import('./redaction-page.tsx'), 'RedactionPage'),
  },
  {
    path: '/requests/:id',
    action: 'foi.read',
    element: lazyScreen(() => import('./request-page.tsx'), 'RequestPage'),
  },
]
