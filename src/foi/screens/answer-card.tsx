import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Input, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { AnswerPart } from '#foi/contract'
import { outcomeDetailLabels, outcomeInWords, verdictLabels } from '../labels.ts'
import { isRefusal } from '../outcome-rules.ts'
import { caseFileRoleLabels } from '../release/role-labels.ts'
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
      <ReleasedFiles view={view} />
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

/** What goes out with the answer, and what it was made from: the approval binds to exactly these files. */
function ReleasedFiles({ view: { answer, abilities, request } }: { view: RequestView }) {
  const files = answer?.files ?? []
  const open = (id: number, words: string) =>
    abilities.readInformation ? (
      <a href={`/api/staff/foi/requests/${request.id}/files/${id}`} style={{ textDecoration: 'underline' }}>
        {words}
      </a>
    ) : (
      words
    )
  return (
    <div style={{ marginBottom: 16 }}>
      <Typography.Text strong>随答复提供给申请人的材料</Typography.Text>
      {files.length === 0 ? (
        <div>没有。审批的只是上面的文字。</div>
      ) : (
        <ol style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
          {files.map((file) => (
            <li key={file.id}>
              {open(file.id, file.name)} <Tag>{caseFileRoleLabels[file.role]}</Tag>
              {file.redactedFromId !== null && open(file.redactedFromId, '对照原件')}
              <Typography.Text type="secondary" style={{ marginInlineStart: 8 }}>
                {Math.ceil(file.sizeBytes / 1024)} KB　SHA-256 {file.sha256.slice(0, 12)}…
              </Typography.Text>
              {file.role === 'record' && <Typography.Text type="warning">　未经遮盖的原件</Typography.Text>}
            </li>
          ))}
        </ol>
      )}
      <Typography.Text type="secondary">
        批准的是以上文字和材料，逐件打开核对（打开留有记录）。
      </Typography.Text>
    </div>
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
