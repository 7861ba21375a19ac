import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Switch } from 'antd'
import { call, ProblemNotice } from '#admin'

export type LeaderRow = {
  id: number
  name: string
  post: string
  duties: string
  career: string
  portrait_file_id: number | null
  portrait_alt: string
  position: number
  shown: boolean
}

/** What is said of one leader. Closing keeps nothing; a leader who leaves is switched off, never deleted. */
export function LeaderDialog({ row, onClose }: { row: Partial<LeaderRow>; onClose: () => void }) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: async () => {
      const given = await form.validateFields()
      await (row.id ? call('PUT', `/leaders/${row.id}`, given) : call('POST', '/leaders', given))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['leaders'] })
      onClose()
    },
  })
  const initialValues = {
    position: 0,
    shown: true,
    ...row,
    portraitAlt: row.portrait_alt ?? '',
  }
  return (
    <Modal
      open
      width={680}
      title={row.id ? `修改“${row.name}”` : '新增领导'}
      okText="保存并公开"
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemNotice error={save.error} />
      <Form form={form} layout="vertical" initialValues={initialValues}>
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="post" label="职务" rules={[{ required: true, message: '请填写职务' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="duties" label="工作分工" extra="每行一段">
          <Input.TextArea rows={4} />
        </Form.Item>
        <Form.Item name="career" label="简历" extra="每行一段。不要填写证件号码、住址等个人信息。">
          <Input.TextArea rows={6} />
        </Form.Item>
        <Form.Item name="portraitAlt" label="照片的文字说明" extra="读屏软件会读出，例如“某某的证件照”">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="position" label="顺序" extra="数字小的排在前面">
          <InputNumber min={0} max={1000} precision={0} />
        </Form.Item>
        <Form.Item name="shown" label="在网站上公开" valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}
