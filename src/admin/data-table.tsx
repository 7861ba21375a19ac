import { Table, type TableProps } from 'antd'
import { MoreRows } from './more-rows.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { type TableFilter, TableFilters } from './table-filters.tsx'
import { useTableRows, useTableSearch } from './use-table.ts'

type Columns<Row> = NonNullable<TableProps<Row>['columns']>
type Props<Row> = Omit<TableProps<Row>, 'columns' | 'dataSource' | 'pagination' | 'onChange' | 'loading'> & {
  /** The list's address under /api/staff; it answers `{items, next}` and takes `sort`, `after` and the filters. */
  path: string
  filters: readonly TableFilter[]
  /** A column with a `key` and `sorter: true` is sorted by the server under that name. */
  columns: Columns<Row>
  /** The export's address under /api/staff; it takes `format` and the filters. */
  exportPath?: string
  empty: string
}

/** The console's one table: filters, sorting and paging are the server's, the address remembers them. */
export function DataTable<Row extends object>({
  path,
  filters,
  columns,
  exportPath,
  empty,
  ...rest
}: Props<Row>) {
  const search = useTableSearch()
  const rows = useTableRows<Row>(path, search)
  const sort = search.get('sort')
  const shown = columns.map((column) =>
    column.key === undefined || !('sorter' in column)
      ? column
      : { ...column, sortOrder: orderOf(sort, column.key) },
  )
  return (
    <>
      <TableFilters filters={filters} search={search} exportPath={exportPath} />
      <ProblemNotice error={rows.error} />
      <Table<Row>
        loading={rows.isPending}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: empty }}
        showSorterTooltip={false}
        {...rest}
        columns={shown}
        dataSource={rows.items}
        pagination={false}
        onChange={(_page, _filters, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
          search.set('sort', order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined)
        }}
      />
      <MoreRows of={rows} />
    </>
  )
}

function orderOf(sort: string | undefined, key: React.Key) {
  if (sort === String(key)) return 'ascend' as const
  return sort === `-${String(key)}` ? ('descend' as const) : null
}
