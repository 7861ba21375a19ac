import type { CaseFileRole } from './case-file-store.ts'

export const caseFileRoleLabels = {
  record: '信息原件',
  redacted: '遮盖后',
  delivery_proof: '送达凭证',
  other: '其他',
} satisfies Record<CaseFileRole, string>
