import { lazyScreen, type Screen } from '#admin'

export const auditScreens: readonly Screen[] = [
  {
    path: '/audit',
    label: '审计日志',
    group: '系统',
    action: 'audit.read',
    element: lazyScreen(() => import('./audit-log.tsx'), 'AuditLog'),
  },
]
