import type { Module } from '#platform'
import { api } from './api.ts'

export { auditDesk } from './desk.ts'

/** Apart from #audit because #people stands between them: people record entries, and reading them takes a right. */
export const auditViewer = { name: 'audit-viewer', api } satisfies Module
