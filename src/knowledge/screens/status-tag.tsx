import { Tag } from 'antd'
import type { EntryStatus } from '#knowledge/contract'
import { entryStatusLabels } from '../labels.ts'

const colors = {
  draft: 'gold',
  reviewed: 'green',
  suspended: 'volcano',
  retired: 'default',
} satisfies Record<EntryStatus, string>

export function EntryStatusTag({ status }: { status: EntryStatus }) {
  return (
    <Tag color={colors[status]} style={{ color: '#1f2328' }}>
      {entryStatusLabels[status]}
    </Tag>
  )
}
