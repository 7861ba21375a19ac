import { Table } from 'antd'
import { jobLabel } from '../labels.ts'
import type { JobCountView } from './jobs-view.ts'

/** How much waits in each queue, and for how long. */
export function QueueCounts({ counts, loading }: { counts: JobCountView[]; loading: boolean }) {
  return (
    <Table<JobCountView>
      rowKey="name"
      size="small"
      loading={loading}
      dataSource={counts}
      pagination={false}
      scroll={{ x: 560 }}
      style={{ marginBottom: 24 }}
      locale={{ emptyText: '没有等待中的任务' }}
      columns={[
        { title: '队列', render: (_, row) => jobLabel(row.name) },
        { title: '等待', width: 90, dataIndex: 'waiting' },
        { title: '执行中', width: 90, dataIndex: 'running' },
        { title: '失败', width: 90, dataIndex: 'failed' },
        { title: '最久已等', width: 120, render: (_, row) => waitText(row.oldestWaitingSeconds) },
      ]}
    />
  )
}

function waitText(seconds: number): string {
  if (seconds < 1) return '—'
  return seconds < 120 ? `${Math.round(seconds)} 秒` : `${Math.round(seconds / 60)} 分钟`
}
