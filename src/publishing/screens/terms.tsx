import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, Popconfirm, Select } from 'antd'
import { call, PageTitle, ProblemNotice, ShortTable } from '#admin'

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
      <ShortTable<Term>
        rowKey="id"
        name="用语检查表"
        loading={terms.isPending}
        rows={terms.data ?? []}
        empty="还没有词语。可以先加入常见错别字。"
        columns={[
          { title: '词语', text: (row) => row.term },
          { title: '建议改为', text: (row) => row.suggestion },
          { title: '程度', text: (row) => severities.find((s) => s.value === row.severity)?.label ?? '' },
          { title: '说明', text: (row) => row.reason },
          {
            title: '操作',
            render: (row) => (
              <Popconfirm
                title={`从检查表中删除“${row.term}”？`}
                okText="删除"
                cancelText="取消"
                onConfirm={() => remove.mutate(row.term)}
              >
                <Button type="link" danger>
                  删除
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </>
  )
}
