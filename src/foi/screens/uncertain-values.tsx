import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, InputNumber, Skeleton, Table, Tag, Typography } from 'antd'
import { call, PageTitle, ProblemNotice, useMe } from '#admin'
import { type UncertainValues, uncertainNotes } from '../uncertain/values.ts'

type Row = UncertainValues & { fromDay: string; basis: string }
const keys = Object.keys(uncertainNotes) as (keyof UncertainValues)[]
const must = (message: string) => [{ required: true, message }]

/** What the program counts with and no text that we read states for certain; counsel corrects it from a day on. */
export function UncertainValuesPage() {
  const me = useMe()
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['foi-uncertain-values'],
    queryFn: () => call<{ items: Row[]; today: string }>('GET', '/foi/uncertain-values'),
  })
  const save = useMutation({
    mutationFn: (values: object) => call('PUT', '/foi/uncertain-values', values),
    onSuccess: () => queries.invalidateQueries(),
  })
  const { items = [], today = '' } = list.data ?? {}
  const now = items.find(({ fromDay }) => fromDay <= today)
  return (
    <>
      <PageTitle text="待核实的数值" />
      <ProblemNotice error={list.error ?? save.error} />
      {list.isPending && <Skeleton active />}
      {now && (
        <Card title="现在的数值" style={{ marginBottom: 16 }}>
          <Typography.Paragraph type="secondary">
            以下数值没有核对到原文，或者法律没有写明。请本机关法制机构核对后改正；改动从所填的日期起收到的申请适用，已经收到的申请不变。
          </Typography.Paragraph>
          <Form
            key={JSON.stringify(now)}
            name="values"
            layout="vertical"
            disabled={!me.data?.can.includes('foi.approve')}
            initialValues={{ ...now, fromDay: today, basis: '' }}
            onFinish={(values) => save.mutate(values)}
          >
            {keys.map((key) => (
              <Form.Item
                key={key}
                name={key}
                label={
                  <span>
                    {uncertainNotes[key].label} <Tag>{uncertainNotes[key].sure}</Tag>
                  </span>
                }
                extra={uncertainNotes[key].note}
                rules={must('请填写')}
              >
                {key === 'feeFrom' ? (
                  <Input type="date" style={{ maxWidth: 200 }} />
                ) : (
                  <InputNumber min={1} precision={0} style={{ width: 200 }} />
                )}
              </Form.Item>
            ))}
            <Form.Item name="fromDay" label="从哪一天起收到的申请适用" rules={must('请填写日期')}>
              <Input type="date" min={today} style={{ maxWidth: 200 }} />
            </Form.Item>
            <Form.Item name="basis" label="依据" rules={must('请写明依据')}>
              <Input maxLength={500} placeholder="例如：核对国办函〔2020〕109号原文第六条" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存设置
            </Button>
          </Form>
        </Card>
      )}
      <Card title="历次的数值">
        <Table<Row>
          rowKey="fromDay"
          size="small"
          pagination={false}
          scroll={{ x: 1040 }}
          dataSource={items}
          columns={[
            { title: '自收到日期', dataIndex: 'fromDay', width: 120 },
            ...keys.map((key) => ({ title: uncertainNotes[key].label, dataIndex: key })),
            { title: '依据', width: 220, render: (_, row) => row.basis || '出厂设置' },
          ]}
        />
      </Card>
    </>
  )
}
