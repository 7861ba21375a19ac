import { Button, Checkbox, DatePicker, Flex, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { ExportButtons } from './export-buttons.tsx'
import type { TableSearch } from './use-table.ts'

/** One question that a table can be asked; `name` is the parameter in the address and in the API. */
export type TableFilter =
  | { kind: 'text'; name: string; label: string }
  | { kind: 'choice'; name: string; label: string; options: readonly { value: string; label: string }[] }
  | { kind: 'day'; name: string; label: string }
  /** A box to tick; a `quiet` one shows only where a link has ticked it. */
  | { kind: 'tick'; name: string; label: string; quiet?: true }

type Props = { filters: readonly TableFilter[]; search: TableSearch; exportPath?: string | undefined }

/** Filters live in the address, so that a filtered table can be linked, gone back to, and exported as it is seen. */
export function TableFilters({ filters, search, exportPath }: Props) {
  const used = filters.some(({ name }) => search.get(name))
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }} role="search" aria-label="筛选">
      {filters.map((filter) => (
        <FilterField key={filter.name} filter={filter} search={search} />
      ))}
      {used && <Button onClick={() => search.clear(filters.map(({ name }) => name))}>清除筛选</Button>}
      {exportPath && (
        <div style={{ marginInlineStart: 'auto' }}>
          <ExportButtons path={exportPath} query={new URLSearchParams(search.asQuery())} />
        </div>
      )}
    </Flex>
  )
}

function FilterField({ filter, search }: { filter: TableFilter; search: TableSearch }) {
  const value = search.get(filter.name)
  if (filter.kind === 'choice')
    return (
      <Select
        aria-label={filter.label}
        placeholder={filter.label}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={[...filter.options]}
        value={value}
        onChange={(chosen?: string) => search.set(filter.name, chosen)}
        style={{ minWidth: 150 }}
      />
    )
  if (filter.kind === 'day')
    return (
      <DatePicker
        aria-label={filter.label}
        placeholder={filter.label}
        value={value ? dayjs(value) : null}
        onChange={(chosen) => search.set(filter.name, chosen ? chosen.format('YYYY-MM-DD') : undefined)}
      />
    )
  if (filter.kind === 'tick')
    return filter.quiet && !value ? null : (
      <Checkbox
        checked={value === 'true'}
        onChange={(event) => search.set(filter.name, event.target.checked ? 'true' : undefined)}
      >
        {filter.label}
      </Checkbox>
    )
  return (
    <Input.Search
      key={value ?? ''}
      aria-label={filter.label}
      placeholder={filter.label}
      defaultValue={value ?? ''}
      allowClear
      onSearch={(given) => search.set(filter.name, given.trim() || undefined)}
      style={{ width: 190 }}
    />
  )
}
