import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Form, Input, InputNumber, Typography } from 'antd'
import type { ReactNode } from 'react'
import { call } from './client.ts'
import { ProblemNotice } from './problem-notice.tsx'

export type RetentionPeriod = { years: number; basis: string }

/** The agency's own period; a trial shows whom it would touch before it is saved. `from`: what the years begin with. Law: PIPL art. 19, art. 47. */
export function RetentionForm(given: {
  name: string
  path: string
  from: string
  period: RetentionPeriod
  busy: boolean
  onTry: (years: number) => void
  onSaved: () => void
  children: ReactNode
}) {
  const { name, path, from, period, busy, onTry, onSaved, children } = given
  const [form] = Form.useForm<RetentionPeriod>()
  const save = useMutation({
    mutationFn: (values: RetentionPeriod) => call('PUT', path, values),
    onSuccess: onSaved,
  })
  return (
    <>
      <ProblemNotice error={save.error} />
      <Form<RetentionPeriod>
        form={form}
        name={name}
        layout="vertical"
        initialValues={period}
        onFinish={(values) => save.mutate(values)}
      >
        <Flex gap={16} wrap>
          <Form.Item
            name="years"
            label={`${from}保存（年）`}
            rules={[{ required: true, message: '请填写年数' }]}
          >
            <InputNumber min={1} max={100} precision={0} style={{ width: 140 }} />
          </Form.Item>
          <Form.Item name="basis" label="依据" style={{ flex: '1 1 280px' }}>
            <Input maxLength={200} placeholder="例如：本机关文件材料归档范围和文书档案保管期限表" />
          </Form.Item>
        </Flex>
        <Typography.Paragraph type="secondary">{children}</Typography.Paragraph>
        <Flex gap={8} wrap>
          <Button loading={busy} onClick={() => onTry(form.getFieldValue('years') ?? period.years)}>
            试算
          </Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存设置
          </Button>
        </Flex>
      </Form>
    </>
  )
}
