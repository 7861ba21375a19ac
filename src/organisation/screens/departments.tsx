import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable } from '#admin'
import { departmentKindLabels } from '../labels.ts'
import { DepartmentDialog, type DepartmentRow } from './department-dialog.tsx'

type Answer = { items: DepartmentRow[]; functions: { basis: string; body: string } }

/** Departments as the public sees them, and the functions of the agency. */
export function Departments() {
  const [edited, setEdited] = useState<DepartmentRow>()
  const data = useQuery({
    queryKey: ['department-profiles'],
    queryFn: () => call<Answer>('GET', '/department-profiles'),
  })
  return (
    <>
      <PageTitle text="机构设置（公开页面）" />
      <ProblemNotice error={data.error} />
      <ShortTable<DepartmentRow>
        rowKey="id"
        name="机构设置"
        loading={data.isPending}
        rows={data.data?.items ?? []}
        empty="还没有处室，请系统管理员在“系统”中建立。"
        columns={[
          { title: '名称', width: 160, text: (row) => row.name },
          { title: '类别', width: 110, text: (row) => departmentKindLabels[row.kind] },
          {
            title: '职责',
            text: (row) => row.duties,
            render: (row) => (
              <Typography.Text ellipsis={{ tooltip: row.duties }} style={{ maxWidth: 420 }}>
                {row.duties}
              </Typography.Text>
            ),
          },
          { title: '电话', width: 140, text: (row) => row.telephone },
          { title: '地点', width: 140, text: (row) => row.room },
          {
            title: '公开',
            width: 100,
            text: (row) => (row.shown ? '公开' : '不公开'),
            render: (row) => (row.shown ? '公开' : <Tag>不公开</Tag>),
          },
          {
            title: '操作',
            width: 90,
            render: (row) => (
              <Button type="link" onClick={() => setEdited(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {data.data && <Functions given={data.data.functions} />}
      {edited && <DepartmentDialog row={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

function Functions({ given }: { given: Answer['functions'] }) {
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (values: object) => call('PUT', '/agency-functions', values),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['department-profiles'] }),
  })
  return (
    <Card title="机构职能" style={{ marginTop: 16 }}>
      <ProblemNotice error={save.error} />
      <Form layout="vertical" initialValues={given} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="body" label="主要职能" extra="每行一段">
          <Input.TextArea rows={8} />
        </Form.Item>
        <Form.Item name="basis" label="依据" extra="确定职能的文件名称和文号">
          <Input maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {save.isSuccess ? '已保存，再次保存' : '保存并公开'}
        </Button>
      </Form>
    </Card>
  )
}
