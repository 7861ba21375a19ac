import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, useMe } from '#admin'
import { type Role, roles } from '#people/contract'
import { roleLabels } from '../labels.ts'

type Row = {
  id: number
  username: string
  name: string
  active: boolean
  department: string | null
  roles: Role[]
}
const roleOptions = roles.map((value) => ({ value, label: roleLabels[value] }))

/** Accounts for the system administrator, roles for the security administrator: separated duties on one list. */
export function StaffList() {
  const me = useMe()
  const queries = useQueryClient()
  const [password, setPassword] = useState<string>()
  const managesStaff = me.data?.can.includes('people.manage_staff') ?? false
  const managesRoles = me.data?.can.includes('people.manage_roles') ?? false
  const list = useQuery({
    queryKey: ['staff'],
    queryFn: async () => (await call<{ items: Row[] }>('GET', '/staff')).items,
  })
  const change = useMutation({
    mutationFn: async ({ method, path, body }: { method: string; path: string; body?: object }) =>
      call<{ firstPassword?: string } | undefined>(method, path, body),
    onSuccess: (answer) => {
      setPassword(answer?.firstPassword)
      return queries.invalidateQueries({ queryKey: ['staff'] })
    },
  })
  const act = (method: string, path: string, body?: object) =>
    change.mutate({ method, path, ...(body ? { body } : {}) })
  return (
    <>
      <PageTitle text={managesStaff ? '人员账号' : '角色授权'} />
      <ProblemNotice error={change.error ?? list.error} />
      {password && (
        <Alert
          type="success"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            <>
              初始密码：<code>{password}</code>
            </>
          }
          description="只显示这一次，请当面告知本人。首次登录须修改。"
        />
      )}
      {managesStaff && (
        <Card style={{ marginBottom: 16 }}>
          <Form
            layout="inline"
            style={{ rowGap: 12 }}
            onFinish={(given) => act('POST', '/staff', { ...given, roles: [] })}
          >
            <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
              <Input />
            </Form.Item>
            <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
              <Input />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              新建账号
            </Button>
          </Form>
        </Card>
      )}
      <Table<Row>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data ?? []}
        scroll={{ x: 760 }}
        columns={[
          { title: '姓名', dataIndex: 'name', width: 120 },
          { title: '用户名', dataIndex: 'username', width: 140 },
          {
            title: '角色',
            render: (_, row) =>
              managesRoles && row.id !== me.data?.id ? (
                <Select
                  aria-label={`${row.name}的角色`}
                  mode="multiple"
                  style={{ width: '100%', minWidth: 260 }}
                  options={roleOptions}
                  value={row.roles}
                  onChange={(given) => act('PUT', `/staff/${row.id}/roles`, { roles: given })}
                />
              ) : (
                row.roles.map((role) => <Tag key={role}>{roleLabels[role]}</Tag>)
              ),
          },
          { title: '状态', width: 80, render: (_, row) => (row.active ? '在用' : <Tag>已停用</Tag>) },
          ...(managesStaff
            ? [
                {
                  title: '操作',
                  width: 200,
                  render: (_: unknown, row: Row) => (
                    <>
                      <Button type="link" onClick={() => act('POST', `/staff/${row.id}/password`)}>
                        重置密码
                      </Button>
                      <Button
                        type="link"
                        danger={row.active}
                        onClick={() => act('PUT', `/staff/${row.id}/active`, { active: !row.active })}
                      >
                        {row.active ? '停用' : '启用'}
                      </Button>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
