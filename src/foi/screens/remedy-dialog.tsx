import { useMutation } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { call, ProblemNotice } from '#admin'
import { remedyKindLabels, remedyResultLabels } from '../labels.ts'
import type { RemedyView } from './request-view.ts'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const must = (message: string) => [{ required: true, message }]

/** A new one, of a case or (null) of none, or the result of one. Law: Order 711 art. 51. */
export function RemedyDialog(given: {
  requestId: number | null
  of: 'new' | Pick<RemedyView, 'id'>
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
            <Form.Item name="note" label={requestId === null ? '说明（案由、文号；不写姓名和号码）' : '说明'}>
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
