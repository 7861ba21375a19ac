import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { remedyKindLabels, remedyResultLabels } from '../labels.ts'
import type { RemedyView, RequestView } from './request-view.ts'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const must = (message: string) => [{ required: true, message }]

/** Complaints, reconsiderations and lawsuits about this case, with their results. Law: Order 711 art. 51. */
export function RemediesCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState<'new' | RemedyView>()
  const mayWrite = view.abilities.record_remedy
  if (view.remedies.length === 0 && !mayWrite) return null
  return (
    <Card
      title="投诉、行政复议、行政诉讼"
      style={{ marginBottom: 16 }}
      extra={mayWrite && <Button onClick={() => setOpen('new')}>登记</Button>}
    >
      {view.remedies.length === 0 && <Typography.Text type="secondary">没有。</Typography.Text>}
      {view.remedies.map((remedy) => (
        <Flex key={remedy.id} gap={12} wrap align="center" style={{ paddingBlock: 4 }}>
          <strong>{remedyKindLabels[remedy.kind]}</strong>
          <span>{remedy.filed_on} 提起</span>
          <span>
            {remedy.result ? `${remedy.decided_on} ${remedyResultLabels[remedy.result]}` : '尚未审结'}
          </span>
          {remedy.note && <Typography.Text type="secondary">{remedy.note}</Typography.Text>}
          {mayWrite && !remedy.result && (
            <Button size="small" onClick={() => setOpen(remedy)}>
              登记结果
            </Button>
          )}
        </Flex>
      ))}
      {open && (
        <RemedyDialog
          requestId={view.request.id}
          of={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onMoved()
          }}
        />
      )}
    </Card>
  )
}

function RemedyDialog(given: {
  requestId: number
  of: 'new' | RemedyView
  onClose: () => void
  onDone: () => void
}) {
  const { requestId, of, onClose, onDone } = given
  const [form] = Form.useForm()
  const save = useMutation({
    mutationFn: (values: object) =>
      of === 'new'
        ? call('POST', '/foi/remedies', { requestId, ...values })
        : call('PUT', `/foi/remedies/${of.id}/result`, values),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title={of === 'new' ? '登记投诉、复议或者诉讼' : '登记结果'}
      okText="确定"
      confirmLoading={save.isPending}
      onOk={async () => save.mutate(await form.validateFields())}
      onCancel={onClose}
    >
      <ProblemNotice error={save.error} />
      <Form name="remedy" form={form} layout="vertical">
        {of === 'new' ? (
          <>
            <Form.Item name="kind" label="种类" rules={must('请选择种类')}>
              <Select options={options(remedyKindLabels)} />
            </Form.Item>
            <Form.Item name="filedOn" label="提起日期" rules={must('请填写日期')}>
              <Input type="date" />
            </Form.Item>
            <Form.Item name="note" label="说明">
              <Input.TextArea autoSize maxLength={1000} />
            </Form.Item>
          </>
        ) : (
          <>
            <Form.Item name="result" label="结果" rules={must('请选择结果')}>
              <Select options={options(remedyResultLabels)} />
            </Form.Item>
            <Form.Item name="decidedOn" label="结果日期" rules={must('请填写日期')}>
              <Input type="date" />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  )
}
