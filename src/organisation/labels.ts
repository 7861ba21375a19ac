import type { departmentKinds } from './contract.ts'

export const departmentKindLabels = {
  internal: '内设机构',
  subordinate: '所属单位',
} satisfies Record<(typeof departmentKinds)[number], string>
