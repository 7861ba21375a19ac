import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Input, List, Row, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { AsThePublic } from './as-the-public.tsx'
import type { LetterView, Suggested } from './letter-view.ts'

export type Send = {
  mutate: (move: { noun: string; body: object }) => void
  isPending: boolean
  error: unknown
}

/** Where the officer writes, with answers to like letters beside it; nothing is sent by itself. */
export function ReplyEditor({ view, move }: { view: LetterView; move: Send }) {
  const [body, setBody] = useState(view.reply?.waiting || view.reply?.returnedReason ? view.reply.body : '')
  const { id } = view.letter
  const send = () => move.mutate({ noun: 'replies', body: { body } })
  const similar = useQuery({
    queryKey: ['letter-suggestions', id],
    queryFn: () => call<{ items: Suggested[] }>('GET', `/letters/${id}/suggestions`),
  })
  return (
    <Row gutter={16}>
      <Col xs={24} lg={14}>
        <Card title="写答复" style={{ marginBottom: 16 }}>
          {view.reply?.returnedReason && (
            <Typography.Paragraph>退回原因：{view.reply.returnedReason}</Typography.Paragraph>
          )}
          <Input.TextArea
            aria-label="答复内容"
            value={body}
            onChange={(event) => setBody(event.target.value)}
            autoSize={{ minRows: 10 }}
            maxLength={20_000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            }}
          />
          <Button type="primary" style={{ marginTop: 12 }} loading={move.isPending} onClick={send}>
            提交审批（Ctrl+Enter）
          </Button>
        </Card>
      </Col>
      <Col xs={24} lg={10}>
        <Card title="参考答复" style={{ marginBottom: 16 }}>
          <ProblemNotice error={similar.error} />
          <List
            loading={similar.isPending}
            dataSource={similar.data?.items ?? []}
            locale={{ emptyText: '没有相近的答复' }}
            renderItem={(one) => (
              <List.Item
                actions={[
                  <Button
                    key="use"
                    size="small"
                    onClick={() => setBody((known) => (known ? `${known}\n${one.answer}` : one.answer))}
                  >
                    采用
                  </Button>,
                ]}
              >
                <List.Item.Meta
                  title={one.title}
                  description={`相似 ${Math.round(one.score * 100)}%，共同的词：${one.because.join('、')}`}
                />
              </List.Item>
            )}
          />
        </Card>
      </Col>
    </Row>
  )
}

/** The reply as the sender gets it and as the public would see it, side by side; the approver decides both. */
export function ReplyDecision({ view, move }: { view: LetterView; move: Send }) {
  const [reason, setReason] = useState('')
  const { reply, letter } = view
  if (!reply) return null
  const decide = (decision: 'approved' | 'returned', release: boolean) =>
    move.mutate({ noun: 'decisions', body: { decision, release, reason, contentHash: reply.contentHash } })
  return (
    <Card title="审批答复" style={{ marginBottom: 16 }}>
      <Row gutter={16}>
        <Col xs={24} lg={12}>
          <Typography.Title level={3} style={{ fontSize: 16 }}>
            给来信人的答复
          </Typography.Title>
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{reply.body}</Typography.Paragraph>
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
          />
        </Col>
      </Row>
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
          <Button type="primary" loading={move.isPending} onClick={() => decide('approved', true)}>
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
