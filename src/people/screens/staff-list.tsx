import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Tag } from 'antd'
import { useState } from 'react'
import { call, DataTable, PageTitle, ProblemNotice, type TableFilter, useMe, whenText } from '#admin'
import { roles } from '#people/contract'
import { roleLabels } from '../labels.ts'
import { AccountActions } from './account-actions.tsx'
import { DepartmentCell, RolesCell } from './account-cells.tsx'
import { NewAccount } from './new-account.tsx'
import type { StaffView } from './staff-view.ts'
import { useDepartments } from './use-departments.ts'

export type Change = (method: string, path: string, body?: object) => void

/** Accounts for the system administrator, roles for the security administrator: separated duties on one list. */
export function StaffList() {
  const me = useMe()
  const queries = useQueryClient()
  const departments = useDepartments()
  const [password, setPassword] = useState<string>()
  const managesStaff = me.data?.can.includes('people.manage_staff') ?? false
  const change = useMutation({
    mutationFn: async ({ method, path, body }: { method: string; path: string; body?: object }) =>
      call<{ firstPassword?: string } | undefined>(method, path, body),
    onSuccess: (answer) => {
      setPassword(answer?.firstPassword)
      return queries.invalidateQueries()
    },
  })
  const act: Change = (method, path, body) => change.mutate({ method, path, ...(body ? { body } : {}) })
  const own = me.data?.id
  return (
    <>
      <PageTitle text={managesStaff ? '人员账号' : '角色授权'} />
      <ProblemNotice error={change.error ?? departments.error} />
      {password && <FirstPassword text={password} />}
      {managesStaff && (
        <NewAccount departments={departments.options} pending={change.isPending} onMake={act} />
      )}
      <DataTable<StaffView>
        rowKey="id"
        path="/staff"
        exportPath="/staff/export"
        empty="没有符合条件的人员"
        filters={filters(departments.options)}
        columns={[
          { title: '姓名', key: 'name', dataIndex: 'name', width: 130, sorter: true },
          { title: '用户名', key: 'username', dataIndex: 'username', width: 140, sorter: true },
          {
            title: '处室',
            width: 170,
            render: (_, row) => (
              <DepartmentCell row={row} options={departments.options} edits={managesStaff} onChange={act} />
            ),
          },
          {
            title: '角色',
            width: managesStaff ? 140 : 290,
            render: (_, row) => (
              <RolesCell row={row} edits={!managesStaff && row.id !== own} onChange={act} />
            ),
          },
          { title: '状态', width: 110, render: (_, row) => <State row={row} /> },
          { title: '最近使用', width: 150, render: (_, row) => whenText(row.seenAt) || '从未登录' },
          {
            title: '操作',
            width: managesStaff ? 180 : 140,
            render: (_, row) => (
              <AccountActions row={row} managesStaff={managesStaff} own={row.id === own} onChange={act} />
            ),
          },
        ]}
      />
    </>
  )
}

const filters = (departments: readonly { value: number; label: string }[]): TableFilter[] => [
  { kind: 'text', name: 'text', label: '姓名或者用户名' },
  {
    kind: 'choice',
    name: 'departmentId',
    label: '处室',
    options: departments.map(({ value, label }) => ({ value: String(value), label })),
  },
  {
    kind: 'choice',
    name: 'role',
    label: '角色',
    options: roles.map((value) => ({ value, label: roleLabels[value] })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: '状态',
    options: [
      { value: 'active', label: '在用' },
      { value: 'inactive', label: '已停用' },
      { value: 'locked', label: '已锁定' },
      { value: 'idle', label: '90天未使用' },
    ],
  },
]

function FirstPassword({ text }: { text: string }) {
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBottom: 16 }}
      title={
        <>
          初始密码：<code>{text}</code>
        </>
      }
      description="只显示这一次，请当面告知本人。首次登录须修改。"
    />
  )
}

function State({ row }: { row: StaffView }) {
  return (
    <>
      {row.active ? '在用 ' : <Tag>已停用</Tag>}
      {row.locked && <Tag color="red">已锁定</Tag>}
      {row.secondFactor && <Tag color="green">第二验证</Tag>}
      {row.changePermitted && <Tag color="orange">已准予改动</Tag>}
      {row.bound && <Tag>统一身份</Tag>}
    </>
  )
}
