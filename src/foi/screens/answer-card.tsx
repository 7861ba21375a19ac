import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { outcomeDetailLabels, outcomeLabels } from '../labels.ts'
import type { RequestView } from './request-view.ts'

/** The answer as drafted; a second person approves exactly this text, or returns it with a reason. */
export function AnswerCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const { answer, abilities, request } = view
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (decision: 'approved' | 'returned') =>
      call('POST', `/foi/requests/${request.id}/decisions`, {
        decision,
        contentHash: answer?.contentHash ?? '',
        reason,
      }),
    onSuccess: onMoved,
  })
  if (!answer) return null
  const detail = answer.outcomeDetail ? `（${outcomeDetailLabels[answer.outcomeDetail]}）` : ''
  return (
    <Card title="答复" style={{ marginBottom: 16 }}>
      <Typography.Paragraph strong>
        {outcomeLabels[answer.outcome]}
        {detail}　<Typography.Text type="secondary">{answer.legalBasis}</Typography.Text>
      </Typography.Paragraph>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{answer.body}</Typography.Paragraph>
      {answer.returnedReason && (
        <Typography.Paragraph>退回原因：{answer.returnedReason}</Typography.Paragraph>
      )}
      {abilities.decide_answer && (
        <>
          <ProblemNotice error={decide.error} />
          <Input.TextArea
            aria-label="审批意见"
            placeholder="审批意见（退回时必填）"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            autoSize={{ minRows: 2 }}
            style={{ marginBottom: 12 }}
          />
          <Flex gap={8}>
            <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approved')}>
              批准答复
            </Button>
            <Button loading={decide.isPending} onClick={() => decide.mutate('returned')}>
              退回
            </Button>
          </Flex>
        </>
      )}
    </Card>
  )
}
