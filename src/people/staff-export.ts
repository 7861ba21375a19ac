import { dayOf } from '#platform/clock'
import type { ExportColumn } from '#platform/table'
import { roleLabels } from './labels.ts'
import type { StaffRow } from './list-staff.ts'

const yes = (value: unknown) => (value ? '是' : '否')
const dayText = (at: Date | null) => (at ? dayOf(at) : null)

/** The list that an assessor asks for: who has an account, with which roles, used when. */
export const staffColumns: readonly ExportColumn<StaffRow>[] = [
  { title: '编号', value: ({ id }) => id },
  { title: '用户名', value: ({ username }) => username },
  { title: '姓名', value: ({ name }) => name },
  { title: '处室', value: ({ department }) => department },
  { title: '角色', value: ({ roles }) => roles.map((role) => roleLabels[role]).join('、') },
  { title: '在用', value: ({ active }) => yes(active) },
  { title: '第二验证', value: ({ secondFactor }) => yes(secondFactor) },
  { title: '开通日期', value: ({ createdAt }) => dayText(createdAt) },
  { title: '最近使用', value: ({ seenAt }) => dayText(seenAt) },
]
