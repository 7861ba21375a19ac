import { Button, Flex, Input, Table, type TableProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { saveCsv } from './save-csv.ts'

/** `text` is what the column says in words: it is searched, sorted and exported. A column without it holds buttons. */
export type ShortColumn<Row> = {
  title: string
  width?: number
  text?: (row: Row) => string | number | null
  render?: (row: Row) => ReactNode
}
type Props<Row> = Omit<TableProps<Row>, 'columns' | 'dataSource' | 'pagination'> & {
  columns: readonly ShortColumn<Row>[]
  rows: readonly Row[]
  /** The exported file's name, without its ending. */
  name: string
  empty: string
}

/** A list that the server sends whole: words narrow it, a head sorts it, a button takes it along as CSV. */
export function ShortTable<Row extends object>({ columns, rows, name, empty, ...rest }: Props<Row>) {
  const [words, setWords] = useState('')
  const told = columns.filter((column) => column.text !== undefined)
  const wanted = words.trim().toLowerCase()
  const shown = rows.filter((row) =>
    told.some(({ text }) =>
      String(text?.(row) ?? '')
        .toLowerCase()
        .includes(wanted),
    ),
  )
  const save = () =>
    saveCsv(
      name,
      told.map(({ title }) => title),
      shown.map((row) => told.map(({ text }) => text?.(row) ?? '')),
    )
  return (
    <>
      <Flex gap={8} wrap justify="space-between" style={{ marginBottom: 12 }} role="search" aria-label="筛选">
        <Input.Search
          aria-label="在列表中查找"
          placeholder="在列表中查找"
          allowClear
          onChange={(event) => setWords(event.target.value)}
          style={{ width: 240, maxWidth: '100%' }}
        />
        <Button onClick={save} disabled={!shown.length}>
          导出 CSV
        </Button>
      </Flex>
      <Table<Row>
        scroll={{ x: 'max-content' }}
        showSorterTooltip={false}
        locale={{ emptyText: wanted ? '没有符合的内容' : empty }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        {...rest}
        dataSource={shown}
        columns={columns.map(({ title, width, text, render }) => ({
          title,
          ...(width === undefined ? {} : { width }),
          ...(text ? { sorter: (a: Row, b: Row) => compare(text(a), text(b)) } : {}),
          render: (_: unknown, row: Row) => (render ? render(row) : (text?.(row) ?? '—')),
        }))}
      />
    </>
  )
}

const words = new Intl.Collator('zh-CN', { numeric: true })
/** What is missing stands last when it is sorted upwards. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}
