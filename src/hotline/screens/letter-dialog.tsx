import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Radio, Select, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import type { CallView } from './call-view.ts'

type Given = { mailbox: string; subject: string; consents: boolean }
type Receipt = { number: string; queryCode: string; dueOn: string | null }
type Mailbox = { key: string; name: string; in_use: boolean }

/** The call becomes a letter with its own clock; number and code are read out to the caller. */
export function LetterDialog({ row, onClose }: { row: CallView; onClose: () => void }) {
  const [form] = Form.useForm<Given>()
  const queries = useQueryClient()
  const mailboxes = useQuery({
    queryKey: ['letters', 'mailboxes'],
    queryFn: () => call<{ items: Mailbox[] }>('GET', '/letters/mailboxes'),
  })
  const turn = useMutation({
    mutationFn: (given: Given) => call<Receipt>('POST', `/hotline/calls/${row.id}/letter`, given),
  })
  const close = () => {
    onClose()
    if (turn.data) void queries.invalidateQueries()
  }
  if (turn.data) {
    const { number, queryCode, dueOn } = turn.data
    return (
      <Modal open title="已转为信件" onCancel={close} onOk={close} cancelButtonProps={{ hidden: true }}>
        <Alert
          type="success"
          showIcon
          title={`来信编号 ${number}，查询码 ${queryCode}`}
          description={`请现在告诉来电人，凭编号和查询码在网站上查看答复。${dueOn ? `答复期限 ${dueOn}。` : ''}`}
        />
      </Modal>
    )
  }
  const options = (mailboxes.data?.items ?? [])
    .filter(({ in_use }) => in_use)
    .map(({ key, name }) => ({ value: key, label: name }))
  return (
    <Modal
      open
      title={`第 ${row.id} 号来电转为信件`}
      okText="转为信件"
      confirmLoading={turn.isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <ProblemNotice error={turn.error ?? mailboxes.error} />
      <Typography.Paragraph type="secondary">{row.contentMasked}</Typography.Paragraph>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ consents: false, subject: row.topic }}
        onFinish={(given) => turn.mutate(given)}
      >
        <Form.Item name="mailbox" label="信箱" rules={[{ required: true, message: '请选择信箱' }]}>
          <Select options={options} loading={mailboxes.isPending} />
        </Form.Item>
        <Form.Item name="subject" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="consents" label="来电人是否同意公开">
          <Radio.Group
            options={[
              { value: false, label: '不同意或者没有问' },
              { value: true, label: '同意隐去个人信息后公开' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
