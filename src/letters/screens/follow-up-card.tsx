import { useMutation } from '@tanstack/react-query'
import { Button, Card, Tag, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import { followUpCauseLabels } from '../labels.ts'
import type { FollowUpView } from './letter-view.ts'

/** What came after the reply, each on a clock of its own. */
export function FollowUpCard({ id, followUps }: { id: number; followUps: readonly FollowUpView[] }) {
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
          {one.hasWords && <SealedWords letterId={id} followUpId={one.id} />}
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

/** As the sender said it, opened on purpose: each reading is on the audit record. */
function SealedWords({ letterId, followUpId }: { letterId: number; followUpId: number }) {
  const path = `/letters/${letterId}/follow-ups/${followUpId}/unsealing`
  const read = useMutation({ mutationFn: () => call<{ words: string }>('POST', path) })
  if (read.data)
    return (
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '4px 0 0' }}>
        来信人：{read.data.words}
      </Typography.Paragraph>
    )
  return (
    <div style={{ margin: '4px 0 0' }}>
      <ProblemNotice error={read.error} />
      <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>
        查看来信人的追问（将留下审计记录）
      </Button>
    </div>
  )
}
