import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'

type Section = { id: number; name: string; status: string }

/** What was released goes to the review for everybody, in one step. Law: Order 711 art. 44. */
export function PublishDialog({ id, onMoved }: { id: number; onMoved: () => void }) {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm()
  const sections = useQuery({
    queryKey: ['sections'],
    queryFn: () => call<{ items: Section[] }>('GET', '/sections'),
    enabled: open,
  })
  const publish = useMutation({
    mutationFn: (values: object) => call('POST', `/foi/requests/${id}/publication`, values),
    onSuccess: () => {
      setOpen(false)
      onMoved()
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>转为主动公开</Button>
      <Modal
        open={open}
        title="转为主动公开（第四十四条）"
        okText="送审"
        cancelText="取消"
        confirmLoading={publish.isPending}
        onCancel={() => setOpen(false)}
        onOk={async () => publish.mutate(await form.validateFields())}
      >
        <ProblemNotice error={publish.error ?? sections.error} />
        <p>已提供给申请人的材料将作为附件送初审、保密审查和签发，审查通过后公开。</p>
        <Form form={form} layout="vertical">
          <Form.Item name="sectionId" label="栏目" rules={[{ required: true, message: '请选择栏目' }]}>
            <Select
              showSearch
              optionFilterProp="label"
              loading={sections.isPending}
              options={(sections.data?.items ?? [])
                .filter((section) => section.status === 'active')
                .map((section) => ({ value: section.id, label: section.name }))}
            />
          </Form.Item>
          <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题' }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="summary" label="说明">
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
