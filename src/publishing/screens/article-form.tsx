import { Card, Form, type FormInstance } from 'antd'
import { Attachments } from './attachments.tsx'
import { DisclosureFields } from './disclosure-fields.tsx'
import { RichText } from './editor/rich-text.tsx'
import { Essentials } from './essentials.tsx'
import { SourceFields } from './source-fields.tsx'

const gap = { marginBottom: 16 }

/** The fields of an item; which of them are asked depends on what it is. */
export function ArticleForm({
  form,
  initial,
  articleId,
  onChange,
}: {
  form: FormInstance
  initial: object
  articleId?: number
  onChange?: () => void
}) {
  const media = Form.useWatch('media', form)
  return (
    <Form form={form} layout="vertical" initialValues={initial} onValuesChange={onChange} scrollToFirstError>
      <Card style={gap}>
        <Essentials />
        <Form.Item name="bodyHtml" label="正文" hidden={media === 'link'}>
          <RichText />
        </Form.Item>
      </Card>
      <Card title="附件和封面" style={gap}>
        <Form.Item name="attachments" noStyle>
          <Attachments />
        </Form.Item>
      </Card>
      <Card title="来源" style={gap}>
        <SourceFields />
      </Card>
      <Card title="公开属性" style={gap}>
        <DisclosureFields articleId={articleId} />
      </Card>
    </Form>
  )
}
