import type { Screen } from '#admin'
import { AuditLog } from './audit-log.tsx'

export const auditScreens: readonly Screen[] = [
  { path: '/audit', label: '审计日志', group: '系统', action: 'audit.read', element: <AuditLog /> },
]
