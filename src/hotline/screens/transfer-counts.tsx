import { Card, Table } from 'antd'
import { Link } from 'wouter'
import { paged } from './count-table.tsx'

export type TransferCount = { name: string; count: number; open: number; overdue: number; late: number }

/** What departments were handed, who is past the day first. */
export function TransferCounts({ rows }: { rows: TransferCount[] }) {
  const right = { width: 100, align: 'right' } as const
  return (
    <Card
      size="small"
      title="转办"
      extra={<Link href="/hotline/calls?outcome=transferred">转办的来电</Link>}
      style={{ marginBottom: 16 }}
    >
      <Table
        rowKey="name"
        size="small"
        pagination={paged(rows.length)}
        dataSource={rows}
        locale={{ emptyText: '没有转给处室的来电' }}
        scroll={{ x: 520 }}
        columns={[
          { title: '处室', dataIndex: 'name' },
          { title: '转办', dataIndex: 'count', ...right },
          { title: '待办理', dataIndex: 'open', ...right },
          { title: '已超期', dataIndex: 'overdue', ...right },
          { title: '超期办结', dataIndex: 'late', ...right },
        ]}
      />
    </Card>
  )
}
