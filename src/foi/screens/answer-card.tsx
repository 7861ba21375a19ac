import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Table, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { AnswerPart } from '#foi/contract'
import { outcomeDetailLabels, outcomeInWords, verdictLabels } from '../labels.ts'
import { isRefusal } from '../outcome-rules.ts'
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
        {outcomeInWords(answer.outcome)}
        {detail}　<Typography.Text type="secondary">{answer.legalBasis}</Typography.Text>
      </Typography.Paragraph>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{answer.body}</Typography.Paragraph>
      {answer.parts.length > 0 && (
        <Table<AnswerPart>
          size="small"
          rowKey="part"
          pagination={false}
          style={{ marginBottom: 16 }}
          dataSource={answer.parts}
          columns={[
            { title: '部分', dataIndex: 'part' },
            { title: '处理', render: (_, part) => outcomeInWords(part.outcome) },
            { title: '理由', dataIndex: 'reason' },
          ]}
        />
      )}
      {answer.legalVerdict && (
        <Typography.Paragraph>
          合法性审核：{verdictLabels[answer.legalVerdict]}
          {answer.legalOpinion ? `（${answer.legalOpinion}）` : ''}
        </Typography.Paragraph>
      )}
      {abilities.review_law && answer.legalVerdict === null && isRefusal(answer.outcome) && (
        <LegalReview view={view} onMoved={onMoved} />
      )}
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

/** 合法性审核, by somebody else than the drafter. */
function LegalReview({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [opinion, setOpinion] = useState('')
  const review = useMutation({
    mutationFn: (verdict: 'agrees' | 'objects') =>
      call('POST', `/foi/requests/${view.request.id}/legal-reviews`, {
        verdict,
        contentHash: view.answer?.contentHash ?? '',
        opinion,
      }),
    onSuccess: onMoved,
  })
  return (
    <Card size="small" title="合法性审核" style={{ marginBottom: 16 }}>
      <ProblemNotice error={review.error} />
      <Input.TextArea
        aria-label="审核意见"
        placeholder="审核意见（不同意时必填）"
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
        autoSize={{ minRows: 2 }}
        style={{ marginBottom: 12 }}
      />
      <Flex gap={8}>
        <Button type="primary" loading={review.isPending} onClick={() => review.mutate('agrees')}>
          审核同意
        </Button>
        <Button loading={review.isPending} onClick={() => review.mutate('objects')}>
          审核不同意
        </Button>
      </Flex>
    </Card>
  )
}
