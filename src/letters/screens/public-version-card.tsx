import { Button, Card, Checkbox, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { AsThePublic } from './as-the-public.tsx'
import { doubtsOf } from './doubtful-text.tsx'
import type { LetterView } from './letter-view.ts'
import type { Send } from './reply-card.tsx'

type File = { id: number; name: string; text: string; shown: boolean }
type Values = { subject: string; body: string; reply: string; files: File[]; replyFiles: number[] }

/** As the public sees it, before anybody does; edited where the mask was not enough or too much, then released by another person. */
export function PublicVersionCard({ view, move }: { view: LetterView; move: Send }) {
  const { letter, reply, attachments } = view
  const [editing, setEditing] = useState(false)
  const words = {
    subject: letter.subjectPublic,
    body: letter.bodyPublic,
    reply: letter.repliedOn ? letter.replyPublic : (reply?.bodyPublic ?? ''),
  }
  if (editing)
    return <PublicVersionForm view={view} words={words} move={move} onDone={() => setEditing(false)} />
  return (
    <Card
      title="公众看到的样子"
      style={{ marginBottom: 16 }}
      extra={
        view.abilities.change_public_version && <Button onClick={() => setEditing(true)}>修改公开内容</Button>
      }
    >
      {!letter.consents && (
        <Typography.Paragraph type="secondary">
          来信人不同意公开，这些内容不会出现在网站上。
        </Typography.Paragraph>
      )}
      <AsThePublic
        {...words}
        attachments={attachments}
        replyFiles={view.replyFiles}
        doubts={doubtsOf(view, move)}
      />
    </Card>
  )
}

function PublicVersionForm(given: {
  view: LetterView
  words: Omit<Values, 'files' | 'replyFiles'>
  move: Send
  onDone: () => void
}) {
  const { view, words, move, onDone } = given
  const [form] = Form.useForm<Values>()
  const files = view.attachments.map(({ id, namePublic, textPublic, shown }) => ({
    id,
    name: namePublic,
    text: textPublic,
    shown,
  }))
  const ofReply = view.replyFiles.filter(
    ({ latest, findings }) => latest && findings.every(({ level }) => level !== 'error'),
  )
  const shown = ofReply.filter((file) => file.shown).map(({ id }) => id)
  const save = async () => {
    await form.validateFields()
    const { files: chosen = [], ...text } = form.getFieldsValue(true) as Values
    const attachments = chosen.filter(({ shown }) => shown).map(({ id, name, text }) => ({ id, name, text }))
    move.mutate({ noun: 'public-version', body: { ...text, attachments } })
    onDone()
  }
  return (
    <Card title="修改公开内容" style={{ marginBottom: 16 }}>
      <Typography.Paragraph type="secondary">
        修改后须由另一个人决定公开。请隐去姓名、电话、证件号码、住址、车牌等个人信息。
      </Typography.Paragraph>
      <Form form={form} layout="vertical" initialValues={{ ...words, files, replyFiles: shown }}>
        <Form.Item name="subject" label="公开的标题" rules={[{ required: true, message: '请填写标题' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="body" label="公开的内容" rules={[{ required: true, message: '请填写内容' }]}>
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="reply" label="公开的答复">
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} maxLength={20_000} />
        </Form.Item>
        {ofReply.length > 0 && (
          <Form.Item name="replyFiles" label="公开的答复附件">
            <Checkbox.Group
              options={ofReply.map(({ id, namePublic }) => ({ value: id, label: namePublic }))}
            />
          </Form.Item>
        )}
        <Form.List name="files">
          {(rows) => rows.map(({ key, name }) => <FileFields key={key} at={name} />)}
        </Form.List>
      </Form>
      <Button
        type="primary"
        loading={move.isPending}
        onClick={() => void save()}
        style={{ marginInlineEnd: 8 }}
      >
        保存
      </Button>
      <Button onClick={onDone}>取消</Button>
    </Card>
  )
}

/** The file itself is never public; its name and text are, when somebody ticks it. */
function FileFields({ at }: { at: number }) {
  const shown = Form.useWatch(['files', at, 'shown'])
  return (
    <>
      <Form.Item name={[at, 'shown']} valuePropName="checked" style={{ marginBottom: 8 }}>
        <Checkbox>公开第{at + 1}个附件的名称和文字内容</Checkbox>
      </Form.Item>
      <div hidden={!shown}>
        <Form.Item
          name={[at, 'name']}
          label="公开的附件名称"
          rules={[{ required: true, message: '请填写附件名称' }]}
        >
          <Input maxLength={150} />
        </Form.Item>
        <Form.Item name={[at, 'text']} label="公开的附件文字">
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 20 }} maxLength={20_000} />
        </Form.Item>
      </div>
    </>
  )
}
