import { Button, Card, Col, Flex, Input, Row, Typography } from 'antd'
import { useState } from 'react'
import { AsThePublic } from './as-the-public.tsx'
import { doubtsOf } from './doubtful-text.tsx'
import type { LetterView } from './letter-view.ts'
import { needsCheck, ReplyFilesCheck } from './reply-files.tsx'

export type Send = {
  mutate: (move: { noun: string; body: object }) => void
  isPending: boolean
  error: unknown
}

/** The reply as the sender gets it and as the public would see it, side by side; the approver decides both. */
export function ReplyDecision({ view, move }: { view: LetterView; move: Send }) {
  const [reason, setReason] = useState('')
  const [filesChecked, setFilesChecked] = useState(false)
  const { reply, letter } = view
  if (!reply) return null
  const decide = (decision: 'approved' | 'returned', release: boolean) =>
    move.mutate({
      noun: 'decisions',
      body: { decision, release, reason, filesChecked, contentHash: reply.contentHash },
    })
  return (
    <Card title="审批答复" style={{ marginBottom: 16 }}>
      <Row gutter={16}>
        <Col xs={24} lg={12}>
          <Typography.Title level={3} style={{ fontSize: 16 }}>
            给来信人的答复
          </Typography.Title>
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{reply.body}</Typography.Paragraph>
          {reply.forMerged && (
            <>
              <Typography.Title level={3} style={{ fontSize: 16 }}>
                给{view.merged}位并案来信人的答复
              </Typography.Title>
              <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>
                {reply.forMerged}
              </Typography.Paragraph>
            </>
          )}
        </Col>
        <Col xs={24} lg={12}>
          <Typography.Title level={3} style={{ fontSize: 16 }}>
            公众看到的内容{letter.consents ? '' : '（来信人不同意公开）'}
          </Typography.Title>
          <AsThePublic
            subject={letter.subjectPublic}
            body={letter.bodyPublic}
            reply={reply.bodyPublic}
            attachments={view.attachments}
            replyFiles={view.replyFiles}
            doubts={doubtsOf(view, move)}
          />
        </Col>
      </Row>
      <ReplyFilesCheck view={view} checked={filesChecked} onChecked={setFilesChecked} />
      <Input.TextArea
        aria-label="审批意见"
        placeholder="审批意见（退回时必填）"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        autoSize={{ minRows: 2 }}
        style={{ marginBottom: 12 }}
      />
      <Flex gap={8} wrap>
        {letter.consents && (
          <Button
            type="primary"
            loading={move.isPending}
            disabled={needsCheck(view) && !filesChecked}
            onClick={() => decide('approved', true)}
          >
            批准并公开
          </Button>
        )}
        <Button
          type={letter.consents ? 'default' : 'primary'}
          loading={move.isPending}
          onClick={() => decide('approved', false)}
        >
          批准，不公开
        </Button>
        <Button loading={move.isPending} onClick={() => decide('returned', false)}>
          退回
        </Button>
      </Flex>
    </Card>
  )
}
