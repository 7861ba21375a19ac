import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import type { LetterFromCall } from '#hotline/contract'
import type { CallView } from './call-view.ts'
import { LetterFields } from './letter-fields.tsx'
import { LetterAlert, type LetterReceipt } from './letter-receipt.tsx'

/** The call becomes a letter with its own clock; number and code are read out to the caller. */
export function LetterDialog({ row, onClose }: { row: CallView; onClose: () => void }) {
  const [form] = Form.useForm<LetterFromCall>()
  const queries = useQueryClient()
  const turn = useMutation({
    mutationFn: (given: LetterFromCall) =>
      call<LetterReceipt>('POST', `/hotline/calls/${row.id}/letter`, given),
  })
  const close = () => {
    onClose()
    if (turn.data) void queries.invalidateQueries()
  }
  if (turn.data) {
    return (
      <Modal open title="已转为信件" onCancel={close} onOk={close} cancelButtonProps={{ hidden: true }}>
        <LetterAlert receipt={turn.data} />
      </Modal>
    )
  }
  return (
    <Modal
      open
      title={`第 ${row.id} 号来电转为信件`}
      okText="转为信件"
      confirmLoading={turn.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <ProblemNotice error={turn.error} />
      <Typography.Paragraph type="secondary">{row.contentMasked}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ consents: false, subject: row.topic }}
        onFinish={(given) => turn.mutate(given)}
      >
        <LetterFields />
      </Form>
    </Modal>
  )
}
