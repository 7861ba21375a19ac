import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, InputNumber, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'

type Period = { years: number; basis: string }

/** The agency's own period; a preview shows whom it would touch before it is saved. */
export function RetentionPeriodForm(given: {
  period: Period
  busy: boolean
  onPreview: (years: number) => void
  onSaved: () => void
}) {
  const { period, busy, onPreview, onSaved } = given
  const [form] = Form.useForm<Period>()
  const save = useMutation({
    mutationFn: (values: Period) => call('PUT', '/foi/retention', values),
    onSuccess: onSaved,
  })
  return (
    <Card title="保存期限（本机关的设置）" style={{ marginBottom: 16 }}>
      <ProblemNotice error={save.error} />
      <Form<Period>
        form={form}
        name="retention"
        layout="vertical"
        initialValues={period}
        onFinish={(values) => save.mutate(values)}
      >
        <Flex gap={16} wrap>
          <Form.Item
            name="years"
            label="答复后保存（年）"
            rules={[{ required: true, message: '请填写年数' }]}
          >
            <InputNumber min={1} max={100} precision={0} style={{ width: 140 }} />
          </Form.Item>
          <Form.Item name="basis" label="依据" style={{ flex: '1 1 280px' }}>
            <Input maxLength={200} placeholder="例如：本机关文件材料归档范围和文书档案保管期限表" />
          </Form.Item>
        </Flex>
        <Typography.Paragraph type="secondary">
          没有统一规定的年数，请按本机关的归档范围和保管期限表填写（国家档案局令第8号分为永久、30年、10年；出厂设置为10年）。改动留有审计记录，不会自动删除任何信息。
        </Typography.Paragraph>
        <Flex gap={8} wrap>
          <Button loading={busy} onClick={() => onPreview(form.getFieldValue('years') ?? period.years)}>
            试算
          </Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存设置
          </Button>
        </Flex>
      </Form>
    </Card>
  )
}
