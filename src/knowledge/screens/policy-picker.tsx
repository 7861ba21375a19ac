import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '#admin'

export type Policy = { articleId: number; title: string; documentNumber: string | null }
type Choice = { value: number; label: string }

export const policyText = ({ articleId, title, documentNumber }: Policy) =>
  `${title || `稿件${articleId}`}${documentNumber ? `（${documentNumber}）` : ''}`

/** Unit: milliseconds without a key before the server is asked. */
const pause = 250

/** Policies of this site, found by title or number; a form keeps what was chosen with its words. */
export function PolicyPicker({
  id,
  value = [],
  onChange,
}: {
  id?: string
  value?: Choice[]
  onChange?: (next: Choice[]) => void
}) {
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQuery({
    queryKey: ['knowledge-policies', words],
    queryFn: () => call<{ items: Policy[] }>('GET', `/knowledge/policies?${new URLSearchParams({ words })}`),
    placeholderData: (last) => last,
  })
  return (
    <Select<Choice[]>
      {...(id ? { id } : {})}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder="输入标题或者文号查找"
      notFoundContent={found.isPending ? '正在查找' : '没有找到本站公开的现行政策'}
      options={(found.data?.items ?? []).map((policy) => ({
        value: policy.articleId,
        label: policyText(policy),
      }))}
      value={value}
      onChange={(next) => onChange?.(next.map(({ value, label }) => ({ value, label: String(label) })))}
    />
  )
}
