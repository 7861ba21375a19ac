import { Card, Tag, Typography } from 'antd'
import { followUpCauseLabels } from '../labels.ts'
import type { FollowUpView } from './letter-view.ts'

/** What came after the reply, each on a clock of its own. */
export function FollowUpCard({ followUps }: { followUps: readonly FollowUpView[] }) {
  if (followUps.length === 0) return null
  return (
    <Card title="回访和追问" style={{ marginBottom: 16 }}>
      {followUps.map((one) => (
        <div key={one.id} style={{ marginBottom: 12 }}>
          <Tag color={one.closedOn ? 'default' : 'gold'} style={{ color: '#1f2328' }}>
            {followUpCauseLabels[one.cause] ?? one.cause}
          </Tag>
          {one.openedOn} 开始，
          {one.closedOn ? `${one.closedOn} 完成` : `期限 ${one.dueOn ?? '放假安排未公布'}`}
          {one.words && (
            <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '4px 0 0' }}>
              来信人：{one.words}
            </Typography.Paragraph>
          )}
          {one.outcome && (
            <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '4px 0 0' }}>
              结果：{one.outcome}
            </Typography.Paragraph>
          )}
        </div>
      ))}
    </Card>
  )
}
