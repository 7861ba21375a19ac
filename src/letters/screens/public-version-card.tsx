import { Button, Card, Checkbox, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import type { LetterView } from './letter-view.ts'
import type { Send } from './reply-card.tsx'

type Values = { subject: string; body: string; reply: string; attachments: number[] }

/** As the public sees it, before anybody does; edited where the mask was not enough or too much, then released by another person. */
export function PublicVersionCard({ view, move }: { view: LetterView; move: Send }) {
  const { letter, reply, attachments } = view
  const [editing, setEditing] = useState(false)
  const [form] = Form.useForm<Values>()
  const replyText = letter.repliedOn ? letter.replyPublic : (reply?.bodyPublic ?? '')
  const values: Values = {
    subject: letter.subjectPublic,
    body: letter.bodyPublic,
    reply: replyText,
    attachments: attachments.filter(({ shown }) => shown).map(({ id }) => id),
  }
  if (!editing)
    return (
      <Card
        title="公众看到的样子"
        style={{ marginBottom: 16 }}
        extra={<Button onClick={() => setEditing(true)}>修改公开内容</Button>}
      >
        {!letter.consents && (
          <Typography.Paragraph type="secondary">
            来信人不同意公开，这些内容不会出现在网站上。
          </Typography.Paragraph>
        )}
        <Typography.Title level={3} style={{ fontSize: 18 }}>
          {values.subject}
        </Typography.Title>
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{values.body}</Typography.Paragraph>
        {attachments.map((one) => (
          <Typography.Paragraph key={one.id}>
            附件：{one.namePublic}（{one.shown ? '公开文字内容' : '不公开'}）
          </Typography.Paragraph>
        ))}
        {replyText && (
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>
            <strong>答复：</strong>
            {replyText}
          </Typography.Paragraph>
        )}
      </Card>
    )
  const save = async () => {
    move.mutate({ noun: 'public-version', body: await form.validateFields() })
    setEditing(false)
  }
  return (
    <Card title="修改公开内容" style={{ marginBottom: 16 }}>
      <Typography.Paragraph type="secondary">
        修改后须由另一个人决定公开。请隐去姓名、电话、证件号码、住址、车牌等个人信息。
      </Typography.Paragraph>
      <Form form={form} layout="vertical" initialValues={values}>
        <Form.Item name="subject" label="公开的标题" rules={[{ required: true, message: '请填写标题' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="body" label="公开的内容" rules={[{ required: true, message: '请填写内容' }]}>
          <Input.TextArea autoSize={{ minRows: 5 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="reply" label="公开的答复">
          <Input.TextArea autoSize={{ minRows: 5 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="attachments" label="公开文字内容的附件" hidden={attachments.length === 0}>
          <Checkbox.Group options={attachments.map((one) => ({ value: one.id, label: one.namePublic }))} />
        </Form.Item>
      </Form>
      <Button
        type="primary"
        loading={move.isPending}
        onClick={() => void save()}
        style={{ marginInlineEnd: 8 }}
      >
        保存
      </Button>
      <Button onClick={() => setEditing(false)}>取消</Button>
    </Card>
  )
}
