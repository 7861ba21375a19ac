import { Select, Tag } from 'antd'
import { roles } from '#people/contract'
import { roleLabels } from '../labels.ts'
import type { Change } from './staff-list.tsx'
import type { StaffView } from './staff-view.ts'

const roleOptions = roles.map((value) => ({ value, label: roleLabels[value] }))
type Cell = { row: StaffView; edits: boolean; onChange: Change }

export function RolesCell({ row, edits, onChange }: Cell) {
  if (!edits) return row.roles.map((role) => <Tag key={role}>{roleLabels[role]}</Tag>)
  return (
    <Select
      aria-label={`${row.name}的角色`}
      mode="multiple"
      style={{ width: 260 }}
      options={roleOptions}
      value={row.roles}
      onChange={(given) => onChange('PUT', `/staff/${row.id}/roles`, { roles: given })}
    />
  )
}

type Department = Cell & { options: readonly { value: number; label: string }[] }
export function DepartmentCell({ row, options, edits, onChange }: Department) {
  if (!edits) return row.department ?? '—'
  return (
    <Select
      aria-label={`${row.name}的处室`}
      allowClear
      placeholder="未分配"
      style={{ width: 160 }}
      options={[...options]}
      value={row.departmentId}
      onChange={(given?: number) =>
        onChange('PUT', `/staff/${row.id}/department`, { departmentId: given ?? null })
      }
    />
  )
}
