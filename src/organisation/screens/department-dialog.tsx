import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select, Switch } from 'antd'
import { call, ProblemNotice } from '#admin'
import { type DepartmentInput, departmentKinds } from '#organisation/contract'
import { departmentKindLabels } from '../labels.ts'

export type DepartmentRow = DepartmentInput & { id: number; name: string }
const kinds = departmentKinds.map((value) => ({ value, label: departmentKindLabels[value] }))

/** What the public sees of one department. Its name is kept where departments are managed. */
export function DepartmentDialog({ row, onClose }: { row: DepartmentRow; onClose: () => void }) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: async () => call('PUT', `/department-profiles/${row.id}`, await form.validateFields()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['department-profiles'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`修改“${row.name}”`}
      okText="保存并公开"
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemNotice error={save.error} />
      <Form form={form} layout="vertical" initialValues={row}>
        <Form.Item name="kind" label="类别">
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="duties" label="职责" extra="每行一段">
          <Input.TextArea rows={5} />
        </Form.Item>
        <Form.Item name="telephone" label="办公电话">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="room" label="办公地点">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="shown" label="在网站上公开" valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}
