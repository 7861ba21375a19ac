import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, InputNumber, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'

type Period = { years: number; basis: string }
type Retention = { period: Period; years: number; endedBefore: string; items: { number: string }[] }

/** The agency's own period for letters and talks; a trial shows whom it would touch before it is saved. Law: PIPL art. 19, art. 47. */
export function RetentionCard() {
  const queries = useQueryClient()
  const [form] = Form.useForm<Period>()
  /** A period that is tried and not saved. Unit: years. */
  const [tried, setTried] = useState<number>()
  const list = useQuery({
    queryKey: ['letters', 'retention', tried],
    queryFn: () => call<Retention>('GET', `/letters/retention${tried ? `?years=${tried}` : ''}`),
    placeholderData: keepPreviousData,
  })
  const save = useMutation({
    mutationFn: (values: Period) => call('PUT', '/letters/retention', values),
    onSuccess: () => {
      setTried(undefined)
      return queries.invalidateQueries({ queryKey: ['letters', 'retention'] })
    },
  })
  const { data } = list
  return (
    <Card title="来信和会话的个人信息保存期限" style={{ marginTop: 16 }} loading={list.isPending}>
      <ProblemNotice error={list.error ?? save.error} />
      {data && (
        <Form<Period>
          form={form}
          name="letter-retention"
          layout="vertical"
          initialValues={data.period}
          onFinish={(values) => save.mutate(values)}
        >
          <Flex gap={16} wrap>
            <Form.Item
              name="years"
              label="办结后保存（年）"
              rules={[{ required: true, message: '请填写年数' }]}
            >
              <InputNumber min={1} max={100} precision={0} style={{ width: 140 }} />
            </Form.Item>
            <Form.Item name="basis" label="依据" style={{ flex: '1 1 280px' }}>
              <Input maxLength={200} placeholder="例如：本机关文件材料归档范围和文书档案保管期限表" />
            </Form.Item>
          </Flex>
          <Typography.Paragraph type="secondary">
            没有统一规定的年数，出厂设置为10年。写信页和在线交流页会告诉来信人这个期限。按{data.years}
            年计算，{data.endedBefore}及以前办结、可以删除原文和个人信息的来信有
            {data.items.length >= 1000 ? '一千封以上' : `${data.items.length}封`}
            ；公开内容和统计保留。删除用命令 gongkai letters retention --apply 和 gongkai chat retention
            --apply，不会自动删除。
          </Typography.Paragraph>
          <Flex gap={8} wrap>
            <Button
              loading={list.isFetching}
              onClick={() => setTried(form.getFieldValue('years') ?? data.period.years)}
            >
              试算
            </Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存设置
            </Button>
          </Flex>
        </Form>
      )}
    </Card>
  )
}
