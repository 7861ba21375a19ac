import { Table } from 'antd'
import { Link } from 'wouter'
import type { BreakdownView, GroupView } from '#statistics/contract'
import { Change } from './change.tsx'

/** The groups in numbers; a group's name leads to its rows. */
export function GroupTable({
  view,
  place,
}: {
  view: BreakdownView
  place: (more: Record<string, string>) => string
}) {
  const label = view.dimensions.find(({ key }) => key === view.by)?.label ?? '分组'
  return (
    <Table<GroupView>
      rowKey={(group) => group.value ?? ''}
      size="small"
      dataSource={view.groups}
      pagination={view.groups.length > 24 ? { pageSize: 24, showSizeChanger: false } : false}
      scroll={{ x: 480 }}
      locale={{ emptyText: '这个期间没有记录' }}
      columns={[
        {
          title: label,
          render: (_, group) => (
            <Link href={place({ by: view.by, value: group.value ?? '' })}>{group.label}</Link>
          ),
        },
        {
          title: '本期',
          width: 120,
          align: 'right',
          sorter: (one, other) => one.count - other.count,
          render: (_, group) => group.count.toLocaleString('zh-CN'),
        },
        {
          title: '上年同期',
          width: 120,
          align: 'right',
          render: (_, group) => group.before.toLocaleString('zh-CN'),
        },
        {
          title: '增减',
          width: 110,
          align: 'right',
          render: (_, group) => <Change now={group.count} before={group.before} inPercent />,
        },
      ]}
    />
  )
}
