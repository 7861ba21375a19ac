import { Card, Table } from 'antd'
import { Link } from 'wouter'
import type { Counted, Period } from './call-view.ts'

/** Long tables come page by page. */
export const paged = (rows: number) =>
  rows > 10 ? { pageSize: 10, showSizeChanger: false } : (false as const)

type TableOf = { title: string; rows: Counted[]; total: number; empty: string; period?: Period }
/** Counts by name with their share; a topic leads to its calls. */
export function CountTable({ title, rows, total, empty, period }: TableOf) {
  const linked = (name: string) =>
    period && name ? (
      <Link href={`/hotline/calls?${new URLSearchParams({ topic: name, ...period })}`}>{name}</Link>
    ) : (
      name || empty
    )
  return (
    <Card size="small" title={title}>
      <Table
        rowKey="name"
        size="small"
        pagination={paged(rows.length)}
        dataSource={rows}
        columns={[
          { title, dataIndex: 'name', render: linked },
          { title: '来电', dataIndex: 'count', width: 90, align: 'right' },
          {
            title: '占比',
            width: 90,
            align: 'right',
            render: (_, { count }) => `${total ? Math.round((1000 * count) / total) / 10 : 0}%`,
          },
        ]}
      />
    </Card>
  )
}
