import { Form, Input, InputNumber, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '#admin'
import { withdrawalKinds } from '#publishing/contract'
import { withdrawalLabels } from '../labels.ts'

type Move = { method?: string; noun: string; body?: object }
export type MoveControl = {
  move: { mutate: (move: Move) => void; isPending: boolean; error: unknown }
  onClose: () => void
}
const required = (message: string) => [{ required: true, message }]

export function ScheduleDialog(control: MoveControl) {
  const moveOf = ({ at }: { at: string }) => ({
    method: 'PUT',
    noun: 'schedule',
    body: { publishAt: `${at}:00+08:00` },
  })
  return (
    <MoveDialog title="定时发布" moveOf={moveOf} {...control}>
      <Form.Item name="at" label="发布时间（北京时间）" rules={required('请选择时间')}>
        <Input type="datetime-local" />
      </Form.Item>
    </MoveDialog>
  )
}

export function EmergencyDialog(control: MoveControl) {
  const moveOf = (body: { reason: string }) => ({ noun: 'emergency', body })
  return (
    <MoveDialog title="紧急发布" moveOf={moveOf} {...control}>
      <p>跳过审核程序先行发布，须由另一人复核，复核前一直标记。</p>
      <Form.Item name="reason" label="紧急理由" rules={required('请写明紧急理由')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </MoveDialog>
  )
}

export function WithdrawalDialog(control: MoveControl) {
  const moveOf = (body: { kind: string; reason: string; mergedIntoId?: number }) => ({
    noun: 'withdrawal',
    body: { ...body, mergedIntoId: body.mergedIntoId ?? null },
  })
  return (
    <MoveDialog title="撤稿" moveOf={moveOf} {...control}>
      <Form.Item name="kind" label="撤稿方式" rules={required('请选择撤稿方式')}>
        <Select options={withdrawalKinds.map((value) => ({ value, label: withdrawalLabels[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'merged' && (
            <Form.Item name="mergedIntoId" label="合并到信息编号" rules={required('请填写合并目标的编号')}>
              <InputNumber min={1} style={{ width: '100%' }} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="reason" label="撤稿原因" rules={required('请填写撤稿原因')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </MoveDialog>
  )
}

function MoveDialog<Given extends object>({
  title,
  moveOf,
  move,
  onClose,
  children,
}: MoveControl & { title: string; moveOf: (given: Given) => Move; children: ReactNode }) {
  const [form] = Form.useForm<Given>()
  const confirm = async () => move.mutate(moveOf(await form.validateFields()))
  return (
    <Modal open title={title} okText="确定" onOk={confirm} onCancel={onClose} confirmLoading={move.isPending}>
      <ProblemNotice error={move.error} />
      <Form form={form} layout="vertical">
        {children}
      </Form>
    </Modal>
  )
}
