import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { call } from '#admin'
import { isPolicyKind } from '#publishing/contract'
import { statusLabels } from '../labels.ts'
import type { ArticleRow } from './article-view.ts'

type Kinds = 'policies' | 'interpretations' | 'published'
const fits: Record<Kinds, (row: ArticleRow) => boolean> = {
  policies: (row) => isPolicyKind(row.document_kind),
  interpretations: (row) => row.document_kind === 'interpretation',
  published: (row) => row.status === 'published',
}

/** Another item, found by words of its title or by its number. */
export function ArticleSelect({
  kinds,
  except,
  id,
  value,
  onChange,
  label = '按标题查找',
}: {
  kinds: Kinds
  except?: number | undefined
  id?: string
  value?: number | null
  onChange?: (value: number | null) => void
  label?: string
}) {
  const [words, setWords] = useState('')
  const title = useDeferredValue(words.trim())
  const query = new URLSearchParams({
    title,
    ...(kinds === 'interpretations' ? { kind: 'interpretation' } : {}),
    ...(kinds === 'published' ? { status: 'published' } : {}),
  })
  const found = useQuery({
    queryKey: ['articles', 'select', String(query)],
    queryFn: async () => (await call<{ items: ArticleRow[] }>('GET', `/articles?${query}`)).items,
  })
  const chosen = useQuery({
    queryKey: ['articles', 'one', value],
    queryFn: async () =>
      (await call<{ content: { title: string } }>('GET', `/articles/${value}`)).content.title,
    enabled: typeof value === 'number',
  })
  const options = (found.data ?? [])
    .filter((row) => fits[kinds](row) && row.id !== except)
    .map((row) => ({ value: row.id, label: `${row.title}（${statusLabels[row.status]}，编号 ${row.id}）` }))
  const known = options.some((option) => option.value === value)
  if (value && !known) options.unshift({ value, label: chosen.data ?? `编号 ${value}` })
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      allowClear
      placeholder={label}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      options={options}
      notFoundContent="没有符合条件的信息"
      onChange={(next) => onChange?.(next ?? null)}
      style={{ width: '100%' }}
    />
  )
}
