import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select } from 'antd'
import { useSearchParams } from 'wouter'
import { call } from '#admin'
import { articleStatuses, documentKinds } from '#publishing/contract'
import { documentKindLabels, statusLabels } from '../labels.ts'
import { optionsOf } from './form-pieces.ts'
import { useSections } from './use-sections.ts'

const orders = [
  { value: 'newest', label: '最新创建在前' },
  { value: 'updated', label: '最近更新在前' },
  { value: 'waiting', label: '等待最久在前' },
]

/** Filters and order live in the address. */
export function ArticleFilters() {
  const [search, setSearch] = useSearchParams()
  const sections = useSections()
  const steps = useQuery({
    queryKey: ['review-steps'],
    queryFn: async () =>
      (await call<{ items: { key: string; name: string }[] }>('GET', '/review-steps')).items,
    staleTime: 60_000,
  })
  const set = (name: string, value: string | undefined) =>
    setSearch((known) => {
      const next = new URLSearchParams(known)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  const choice = (name: string, label: string, options: { value: string; label: string }[], width = 140) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={search.get(name)}
      onChange={(value) => set(name, value ?? undefined)}
      style={{ width }}
    />
  )
  const day = (name: string, label: string) => (
    <Input
      type="date"
      aria-label={label}
      title={label}
      value={search.get(name) ?? ''}
      onChange={(event) => set(name, event.target.value)}
      style={{ width: 150 }}
    />
  )
  return (
    <Flex gap={8} wrap style={{ marginBottom: 16 }}>
      <Input.Search
        aria-label="按标题查找"
        placeholder="按标题查找"
        defaultValue={search.get('title') ?? ''}
        allowClear
        onSearch={(text) => set('title', text)}
        style={{ width: 240 }}
      />
      {choice('status', '状态', optionsOf(articleStatuses, statusLabels))}
      {choice(
        'step',
        '等待的步骤',
        (steps.data ?? []).map((step) => ({ value: step.key, label: step.name })),
      )}
      {choice(
        'sectionId',
        '栏目',
        (sections.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
        160,
      )}
      {choice('kind', '信息类型', optionsOf(documentKinds, documentKindLabels))}
      {day('from', '更新时间不早于')}
      {day('to', '更新时间不晚于')}
      <Select
        aria-label="排序"
        options={orders}
        value={search.get('order') ?? 'newest'}
        onChange={(value) => set('order', value)}
        style={{ width: 150 }}
      />
      {[...search.keys()].some((name) => name !== 'order') && (
        <Button onClick={() => setSearch({})}>清除筛选</Button>
      )}
    </Flex>
  )
}
