import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, Select, Table } from 'antd'
import { call, PageTitle, ProblemNotice } from '#admin'

type Term = { id: number; term: string; suggestion: string; severity: string; reason: string }
const severities = [
  { value: 'error', label: '必须改正' },
  { value: 'warning', label: '提醒' },
]

/** The word list of the pre-check; it points at places and never rewrites. */
export function Terms() {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const terms = useQuery({
    queryKey: ['terms'],
    queryFn: async () => (await call<{ items: Term[] }>('GET', '/terms')).items,
  })
  const again = () => queries.invalidateQueries({ queryKey: ['terms'] })
  const save = useMutation({
    mutationFn: (given: object) => call('PUT', '/terms', given),
    onSuccess: () => {
      form.resetFields()
      return again()
    },
  })
  const remove = useMutation({
    mutationFn: (term: string) => call('DELETE', `/terms/${encodeURIComponent(term)}`),
    onSuccess: again,
  })
  return (
    <>
      <PageTitle text="用语检查表" />
      <ProblemNotice error={save.error ?? remove.error ?? terms.error} />
      <Card style={{ marginBottom: 16 }}>
        <Form
          form={form}
          layout="inline"
          style={{ rowGap: 12 }}
          initialValues={{ severity: 'warning' }}
          onFinish={(given) => save.mutate(given)}
        >
          <Form.Item name="term" label="词语" rules={[{ required: true, message: '请填写词语' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="suggestion" label="建议改为">
            <Input />
          </Form.Item>
          <Form.Item name="severity" label="程度">
            <Select options={severities} style={{ width: 120 }} />
          </Form.Item>
          <Form.Item name="reason" label="说明">
            <Input />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
        </Form>
      </Card>
      <Table<Term>
        rowKey="id"
        loading={terms.isPending}
        dataSource={terms.data ?? []}
        pagination={false}
        scroll={{ x: 600 }}
        locale={{ emptyText: '还没有词语。可以先加入常见错别字。' }}
        columns={[
          { title: '词语', dataIndex: 'term' },
          { title: '建议改为', dataIndex: 'suggestion' },
          {
            title: '程度',
            dataIndex: 'severity',
            render: (value) => severities.find((s) => s.value === value)?.label,
          },
          { title: '说明', dataIndex: 'reason' },
          {
            title: '操作',
            render: (_, row) => (
              <Button type="link" danger onClick={() => remove.mutate(row.term)}>
                删除
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
