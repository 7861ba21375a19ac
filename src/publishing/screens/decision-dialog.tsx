import { Form, Input, Modal, Radio } from 'antd'
import { ProblemNotice } from '#admin'
import type { ArticleView } from './article-view.ts'
import type { MoveControl } from './move-dialogs.tsx'
import { acceptedOf, WordFields, type Words } from './word-fields.tsx'

type Given = { decision: 'approved' | 'returned'; comment?: string; words?: Words }

/** One decision on the awaited step, bound to the content on the screen. Each warning asks for a word. */
export function DecisionDialog({ view, move, onClose }: { view: ArticleView } & MoveControl) {
  const [form] = Form.useForm<Given>()
  const decision = Form.useWatch('decision', form)
  const step = view.steps.find((known) => known.key === view.article.awaitedStep)
  const decide = async () => {
    const { comment = '', words, ...given } = await form.validateFields()
    const { contentHash } = view.content
    const acceptedWarnings = acceptedOf(words)
    move.mutate({ noun: 'decisions', body: { ...given, comment, acceptedWarnings, contentHash } })
  }
  return (
    <Modal
      open
      title={step?.name ?? '审核'}
      okText="确定"
      onOk={decide}
      onCancel={onClose}
      confirmLoading={move.isPending}
    >
      <ProblemNotice error={move.error} />
      <Form form={form} layout="vertical" initialValues={{ decision: 'approved' }}>
        <Form.Item name="decision" label="审核意见">
          <Radio.Group
            options={[
              { value: 'approved', label: '通过' },
              { value: 'returned', label: '退回修改' },
            ]}
          />
        </Form.Item>
        {decision === 'approved' && <WordFields findings={view.findings} />}
        <Form.Item
          name="comment"
          label={decision === 'returned' ? '退回原因' : '备注'}
          rules={decision === 'returned' ? [{ required: true, message: '请写明退回原因' }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
