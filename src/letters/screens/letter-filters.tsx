import { Button, Cascader, Flex, Input, Select } from 'antd'
import { letterStatuses } from '#letters/contract'
import { letterStatusLabels } from '../labels.ts'
import { pathTo, topicChoices, useDepartments, useMailboxes, useTopics } from './queries.ts'

type Given = { search: URLSearchParams; onChange: (next: URLSearchParams) => void }

/** Filters live in the address; a button is pressed or not. */
export function LetterFilters({ search, onChange }: Given) {
  const [mailboxes, topics, departments] = [useMailboxes(), useTopics(), useDepartments()]
  const known = topics.data?.items ?? []
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    onChange(next)
  }
  const toggle = (name: string, value: string, label: string) => {
    const pressed = search.get(name) === value
    return (
      <Button
        type={pressed ? 'primary' : 'default'}
        aria-pressed={pressed}
        onClick={() => set(name, pressed ? undefined : value)}
      >
        {label}
      </Button>
    )
  }
  const select = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    width: number,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      options={options}
      value={search.get(name) ?? undefined}
      onChange={(value) => set(name, value)}
      style={{ minWidth: width }}
    />
  )
  return (
    <Flex gap={8} wrap style={{ marginBottom: 16 }}>
      <Input.Search
        aria-label="按编号或者内容查找"
        placeholder="编号或者内容里的词"
        defaultValue={search.get('text') ?? ''}
        allowClear
        onSearch={(text) => set('text', text)}
        style={{ maxWidth: 280 }}
      />
      {select(
        'status',
        '状态',
        letterStatuses.map((value) => ({ value, label: letterStatusLabels[value] })),
        120,
      )}
      {select(
        'mailbox',
        '信箱',
        (mailboxes.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name })),
        120,
      )}
      <Cascader
        aria-label="主题"
        placeholder="主题"
        allowClear
        changeOnSelect
        options={topicChoices(known)}
        value={pathTo(known, Number(search.get('topic')) || null)}
        onChange={(path) => set('topic', path?.at(-1)?.toString())}
        style={{ width: 200 }}
      />
      {select(
        'department',
        '主办处室',
        (departments.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
        130,
      )}
      {select(
        'order',
        '排序：最新在前',
        [
          { value: 'newest', label: '排序：最新在前' },
          { value: 'due', label: '排序：先到期在前' },
        ],
        160,
      )}
      {toggle('open', 'true', '未办结')}
      {toggle('mine', 'true', '转给我处室')}
      {toggle('late', 'soon', '临近到期')}
      {toggle('late', 'overdue', '已超期')}
      {toggle('late', 'three_months', '超过三个月')}
      {toggle('follow_up', 'true', '待回访')}
      {toggle('supervised', 'true', '督办')}
    </Flex>
  )
}
