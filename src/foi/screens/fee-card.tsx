import { useMutation } from '@tanstack/react-query'
import { Button, Card, Col, Form, Input, InputNumber, Row, Select, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import { type FeeMethod, feeFor, feeInWords } from '../fee/fee.ts'
import { feeMethodLabels } from '../labels.ts'
import type { RequestView } from './request-view.ts'

/** Computes the fee while typing; the server computes again. Source: 国办函〔2020〕109号. */
export function FeeCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [form] = Form.useForm<{ method: FeeMethod; quantity: number | null }>()
  const method = Form.useWatch('method', form)
  const quantity = Form.useWatch('quantity', form)
  const { earlierThisMonth, applies } = view.feeBasis
  const send = useMutation({
    mutationFn: (values: object) => call('POST', `/foi/requests/${view.request.id}/fee-notices`, values),
    onSuccess: onMoved,
  })
  if (!view.abilities.record_event || !applies || !view.mayRecord.includes('fee_notice')) return null
  const fee = method && quantity ? feeFor(method, quantity, earlierThisMonth) : undefined
  const third = { xs: 24, md: 8 }
  return (
    <Card title="信息处理费" style={{ marginBottom: 16 }}>
      <Typography.Paragraph type="secondary">
        仅对数量、频次明显超过合理范围的申请收取，按件或者按量只选一种。同一申请人本月在此之前有
        {earlierThisMonth}件申请。
      </Typography.Paragraph>
      <ProblemNotice error={send.error} />
      <Form name="fee" form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        <Row gutter={16}>
          <Col {...third}>
            <Form.Item name="method" label="计收标准" rules={[{ required: true, message: '请选择标准' }]}>
              <Select options={Object.entries(feeMethodLabels).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
          </Col>
          <Col {...third}>
            <Form.Item
              name="quantity"
              label="件数或者页数"
              rules={[{ required: true, message: '请填写数量' }]}
            >
              <InputNumber min={1} max={100_000} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </Col>
          <Col {...third}>
            <Form.Item name="on" label="通知日期" rules={[{ required: true, message: '请填写日期' }]}>
              <Input type="date" />
            </Form.Item>
          </Col>
        </Row>
        <Form.Item name="way" label="缴费方式" rules={[{ required: true, message: '请写明缴费方式' }]}>
          <Input maxLength={500} placeholder="例如：凭缴款码到指定银行缴入国库" />
        </Form.Item>
        <Typography.Paragraph aria-live="polite">{fee ? feeInWords(fee) : ''}</Typography.Paragraph>
        <Button htmlType="submit" loading={send.isPending} disabled={!fee || fee.amount === 0}>
          发出收费通知
        </Button>
      </Form>
    </Card>
  )
}
