import { Tag } from 'antd'
import type { ArticleStatus } from '#publishing/contract'
import { statusLabels } from '../labels.ts'

const colors: Record<ArticleStatus, string> = {
  draft: 'default',
  in_review: 'gold',
  approved: 'blue',
  scheduled: 'cyan',
  published: 'green',
  withdrawn: 'default',
}

export function StatusTag({ status }: { status: ArticleStatus }) {
  return (
    <Tag color={colors[status]} style={{ color: '#1f2328' }}>
      {statusLabels[status]}
    </Tag>
  )
}
