import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { RequestView } from './request-view.ts'

type Assignees = {
  departments: { id: number; name: string }[]
  staff: { id: number; name: string; departmentId: number | null }[]
}

/** To a department, or to one of its people, with a date inside the house. */
export function AssignCase({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ departmentId?: number }>()
  const departmentId = Form.useWatch('departmentId', form)
  const assignees = useQuery({
    queryKey: ['assignees'],
    queryFn: () => call<Assignees>('GET', '/foi/assignees'),
    enabled: open,
  })
  const assign = useMutation({
    mutationFn: ({ handlerId = null, internalDueOn = null, ...values }: Record<string, unknown>) =>
      call('POST', `/foi/requests/${view.request.id}/assignment`, {
        ...values,
        handlerId,
        internalDueOn: internalDueOn || null,
      }),
    onSuccess: () => {
      setOpen(false)
      onMoved()
    },
  })
  if (!view.abilities.assign) return null
  const inside = (assignees.data?.staff ?? []).filter(
    (person) => !departmentId || person.departmentId === null || person.departmentId === departmentId,
  )
  const options = (rows: { id: number; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Button onClick={() => setOpen(true)}>交办</Button>
      <Modal
        open={open}
        title="交办"
        okText="确定"
        confirmLoading={assign.isPending}
        onOk={async () => assign.mutate(await form.validateFields())}
        onCancel={() => setOpen(false)}
      >
        <ProblemNotice error={assign.error ?? assignees.error} />
        <Form name="assignment" form={form} layout="vertical">
          <Form.Item name="departmentId" label="处室" rules={[{ required: true, message: '请选择处室' }]}>
            <Select loading={assignees.isPending} options={options(assignees.data?.departments ?? [])} />
          </Form.Item>
          <Form.Item name="handlerId" label="承办人（不选的由处室接收）">
            <Select allowClear options={options(inside)} />
          </Form.Item>
          <Form.Item
            name="internalDueOn"
            label="内部办理期限"
            extra={view.due?.dueOn ? `答复期限：${view.due.dueOn}` : undefined}
          >
            <Input type="date" max={view.due?.dueOn ?? undefined} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
