import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import type { ResultInput } from '#hotline/contract'
import type { TransferView } from './transfers.tsx'

/** What the department did about the call; written once. */
export function ResultDialog({ row, onClose }: { row: TransferView; onClose: () => void }) {
  const [form] = Form.useForm<ResultInput>()
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (given: ResultInput) => call('POST', `/hotline/calls/${row.id}/result`, given),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`第 ${row.id} 号来电的办理情况`}
      okText="登记为已办理"
      confirmLoading={settle.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={settle.error} />
      <Typography.Paragraph type="secondary">{row.contentMasked}</Typography.Paragraph>
      <Form form={form} layout="vertical" onFinish={(given) => settle.mutate(given)}>
        <Form.Item
          name="result"
          label="办理情况（登记后不能修改）"
          rules={[{ required: true, whitespace: true, message: '请写明办理情况' }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
