import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd'
import { call } from '#admin'
import { audienceLabels } from '../labels.ts'

export type EntryValues = {
  topic: string
  question: string
  variants: string[]
  answer: string
  audience: 'public' | 'internal'
  sourceArticleId: number | null
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
  const topics = useQuery({
    queryKey: ['knowledge-topics'],
    queryFn: () => call<{ items: string[] }>('GET', '/knowledge/topics'),
  })
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ audience: 'internal', variants: [], ...initial }}
      style={{ maxWidth: 760 }}
    >
      <Form.Item name="topic" label="主题" rules={[{ required: true, message: '请填写主题' }]}>
        <AutoComplete
          options={(topics.data?.items ?? []).map((value) => ({ value }))}
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
      <Form.Item name="sourceArticleId" label="所依据的政策（本站稿件编号）">
        <InputNumber min={1} style={{ width: 220 }} />
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
  sourceArticleId: values.sourceArticleId ?? null,
  validUntil: values.validUntil || null,
})
