import { AutoComplete, Form, type FormInstance, Input, Radio, Select } from 'antd'
import { audienceLabels } from '../labels.ts'
import { PolicyPicker } from './policy-picker.tsx'
import { useKnowledgeTopics } from './topic-bar.tsx'

export type EntryValues = {
  topic: string
  question: string
  variants: string[]
  answer: string
  audience: 'public' | 'internal'
  sources: { value: number; label: string }[]
  validUntil: string | null
}

/** What an entry says. The server names what is wrong with a field. */
export function EntryForm({
  form,
  initial,
}: {
  form: FormInstance<EntryValues>
  initial: Partial<EntryValues>
}) {
  const topics = useKnowledgeTopics()
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ audience: 'internal', variants: [], ...initial }}
      style={{ maxWidth: 760 }}
    >
      <Form.Item name="topic" label="主题" rules={[{ required: true, message: '请填写主题' }]}>
        <AutoComplete
          options={(topics.data?.items ?? []).map(({ name }) => ({ value: name }))}
          filterOption={(typed, option) => String(option?.value ?? '').includes(typed)}
          maxLength={100}
        />
      </Form.Item>
      <Form.Item name="question" label="问题" rules={[{ required: true, message: '请填写问题' }]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="variants" label="其他问法（输入后按回车）">
        <Select mode="tags" open={false} />
      </Form.Item>
      <Form.Item name="answer" label="答复口径" rules={[{ required: true, message: '请填写答复口径' }]}>
        <Input.TextArea autoSize={{ minRows: 6 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="audience" label="范围">
        <Radio.Group options={Object.entries(audienceLabels).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="sources" label="所依据的政策（可以选多个；政策修改或者失效时，条目自动暂停）">
        <PolicyPicker />
      </Form.Item>
      <Form.Item name="validUntil" label="有效至（不填为长期）">
        <Input type="date" style={{ width: 220 }} />
      </Form.Item>
    </Form>
  )
}

/** What the API takes: an empty field is none. */
export const sentValues = (values: EntryValues) => ({
  ...values,
  sources: (values.sources ?? []).map(({ value }) => value),
  validUntil: values.validUntil || null,
})
