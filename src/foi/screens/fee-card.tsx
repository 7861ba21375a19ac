import { useMutation } from '@tanstack/react-query'
import { Button, Card, Col, Descriptions, Form, Input, InputNumber, Row, Select, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import { type FeeMethod, feeFor, feeInWords } from '../fee/fee.ts'
import { feeMethodLabels } from '../labels.ts'
import type { RequestView } from './request-view.ts'

/** What was charged and paid; before the notice, the form of it. */
export function FeeCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const charged = view.events.some(({ kind }) => kind === 'fee_notice' || kind === 'costs_paid')
  if (charged) return <ChargedCard view={view} />
  const may = view.abilities.record_event && view.mayRecord.includes('fee_notice')
  return may && view.feeBasis.applies ? <FeeForm view={view} onMoved={onMoved} /> : null
}

/** The notice as it was sent: how much, on what basis, how and until when it is paid. Law: Order 711 art. 42; Order 492 art. 27. */
function ChargedCard({ view: { events, applicantBy } }: { view: RequestView }) {
  const notice = events.findLast(({ kind }) => kind === 'fee_notice')
  const paid = events.findLast(({ kind }) => kind === 'fee_paid')
  const costs = events.filter(({ kind }) => kind === 'costs_paid')
  const payBy = applicantBy?.kind === 'payment' ? applicantBy : undefined
  const item = (label: string, children: string) => ({ key: label, label, children })
  const unpaid = payBy ? `${payBy.on} 前（含当日）${payBy.lapsed ? '，逾期未缴' : ''}` : '未缴'
  return (
    <Card title={notice ? '信息处理费' : '检索、复制、邮寄费用'} style={{ marginBottom: 16 }}>
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          ...(notice
            ? [
                item('金额', `${String(notice.detail.amount)}元`),
                item('通知日期', notice.on),
                item('依据和标准', String(notice.detail.basis ?? '—')),
                item('缴费方式', String(notice.detail.way ?? '—')),
                paid ? item('缴费日期', paid.on) : item('缴费期限', unpaid),
              ]
            : []),
          ...costs.map(({ id, on, detail }) => ({
            ...item('已缴费用', `${String(detail.amount)}元（${on}）`),
            key: id,
          })),
        ]}
      />
    </Card>
  )
}

/** Computes the fee while typing; the server computes again. Source: 国办函〔2020〕109号. */
function FeeForm({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [form] = Form.useForm<{ method: FeeMethod; quantity: number | null }>()
  const method = Form.useWatch('method', form)
  const quantity = Form.useWatch('quantity', form)
  const { earlierThisMonth } = view.feeBasis
  const send = useMutation({
    mutationFn: (values: object) => call('POST', `/foi/requests/${view.request.id}/fee-notices`, values),
    onSuccess: onMoved,
  })
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
