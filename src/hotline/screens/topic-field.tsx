import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Form } from 'antd'
import { call } from '#admin'

type Topics = { items: string[]; taxonomy: { name: string; path: string }[] }
export const useTopics = () =>
  useQuery({
    queryKey: ['hotline-topics'],
    queryFn: () => call<Topics>('GET', '/hotline/topics'),
    staleTime: 60_000,
  })

/** What the call is about, in the words of the taxonomy of letters: any part of the path finds it, arrow and Enter take it. */
export function TopicField() {
  const taxonomy = useTopics().data?.taxonomy ?? []
  return (
    <Form.Item name="topic" label="主题">
      <AutoComplete
        options={taxonomy.map(({ name, path }) => ({ value: name, label: path }))}
        showSearch={{ filterOption: (typed, option) => String(option?.label ?? '').includes(typed) }}
        // Ctrl+Enter saves what was typed; only an arrow chooses.
        defaultActiveFirstOption={false}
        popupMatchSelectWidth={false}
        maxLength={100}
      />
    </Form.Item>
  )
}
