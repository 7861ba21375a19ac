import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { identityCheckLabels } from '../labels.ts'
import { CodeSlip } from './code-slip.tsx'
import type { RequestView } from './request-view.ts'

type Slip = { number: string; queryCode: string }

/** The applicant lost the receipt: a new code, after a look at who asks; the old one opens nothing any more. */
export function IssueCode({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<object>()
  const issue = useMutation({
    mutationFn: (values: object) => call<Slip>('POST', `/foi/requests/${view.request.id}/query-code`, values),
    onSuccess: onMoved,
  })
  const close = () => {
    setOpen(false)
    issue.reset()
    form.resetFields()
  }
  if (!view.abilities.issue_code || !view.abilities.readApplicant) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>重新发放查询码</Button>
      <Modal
        open={open}
        title={issue.data ? '新的查询码' : '重新发放查询码'}
        okText={issue.data ? '已经交给申请人' : '核对无误，发放'}
        cancelButtonProps={{ style: issue.data ? { display: 'none' } : {} }}
        confirmLoading={issue.isPending}
        maskClosable={false}
        onOk={async () => (issue.data ? close() : issue.mutate(await form.validateFields()))}
        onCancel={close}
      >
        {issue.data ? (
          <CodeSlip {...issue.data} />
        ) : (
          <>
            <ProblemNotice error={issue.error} />
            <p>
              请先核对来人就是申请人。发放后原来的查询码立即失效，申请人在查询页面会看到“重新发放查询码”。
            </p>
            <Form name="code" form={form} layout="vertical">
              <Form.Item
                name="checkedBy"
                label="怎样核对的身份"
                rules={[{ required: true, message: '请选择核对的方式' }]}
              >
                <Select
                  options={Object.entries(identityCheckLabels).map(([value, label]) => ({ value, label }))}
                />
              </Form.Item>
              <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请填写原因' }]}>
                <Input.TextArea
                  autoSize={{ minRows: 2 }}
                  maxLength={500}
                  placeholder="例如：回执遗失，申请人到窗口要求补发"
                />
              </Form.Item>
            </Form>
          </>
        )}
      </Modal>
    </>
  )
}
