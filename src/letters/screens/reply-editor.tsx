import { Alert, Button, Card, Checkbox, Col, Input, List, Row, Typography } from 'antd'
import { useState } from 'react'
import { ProblemNotice } from '#admin'
import { hasMaskSigns } from '#letters/contract'
import type { LetterView } from './letter-view.ts'
import type { Send } from './reply-card.tsx'
import { ReplyFilesEditor } from './reply-files.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** Where the officer writes, with answers to like letters beside it; nothing is sent by itself. */
export function ReplyEditor({ view, move }: { view: LetterView; move: Send }) {
  const [body, setBody] = useState(view.reply?.waiting || view.reply?.returnedReason ? view.reply.body : '')
  const [starsMeant, setStarsMeant] = useState(false)
  const [forMerged, setForMerged] = useState(view.reply?.returnedReason ? view.reply.forMerged : '')
  const [shownFiles, setShownFiles] = useState(
    view.replyFiles.filter(({ sent, shown }) => !sent && shown).map(({ id }) => id),
  )
  const [from, setFrom] = useState<{ corpus: 'letters' | 'entries'; entry: string }>()
  const stars = hasMaskSigns(body)
  const send = () => {
    if (!stars || starsMeant)
      move.mutate({
        noun: 'replies',
        body: { body, starsMeant: stars && starsMeant, shownFiles, forMerged, from },
      })
  }
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
            autoSize={{ minRows: 10, maxRows: 30 }}
            maxLength={20_000}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            }}
          />
          {stars && (
            <Alert
              type="warning"
              showIcon
              style={{ marginTop: 12 }}
              title="答复里有隐去个人信息的星号，来信人会看到。请改成这位来信人的称呼和情况。"
              description={
                <Checkbox checked={starsMeant} onChange={(event) => setStarsMeant(event.target.checked)}>
                  就是这样，仍然提交
                </Checkbox>
              }
            />
          )}
          {view.merged > 0 && <ForMerged count={view.merged} text={forMerged} onChange={setForMerged} />}
          <ReplyFilesEditor view={view} shown={shownFiles} onShown={setShownFiles} />
          <Button
            type="primary"
            style={{ marginTop: 12 }}
            loading={move.isPending}
            disabled={stars && !starsMeant}
            onClick={send}
          >
            提交审批（Ctrl+Enter）
          </Button>
        </Card>
      </Col>
      <Col xs={24} lg={10}>
        <ReferenceAnswers
          letterId={view.letter.id}
          typed={body}
          onTake={({ answer, corpus, entry }) => {
            setBody((known) => (known ? `${known}\n${answer}` : answer))
            setFrom({ corpus, entry })
          }}
        />
      </Col>
    </Row>
  )
}

/** Senders of merged letters read the reply in full unless it tells about this sender. */
function ForMerged(given: { count: number; text: string; onChange: (text: string) => void }) {
  return (
    <>
      <Typography.Paragraph type="secondary" style={{ margin: '12px 0 4px' }}>
        另有{given.count}
        封来信并入本件。答复没有这位来信人的个人信息时，他们收到同样的答复；有的话，请在这里另写。
      </Typography.Paragraph>
      <Input.TextArea
        aria-label="给并案来信人的答复"
        placeholder="给并案来信人的答复（不需要另写时留空）"
        value={given.text}
        onChange={(event) => given.onChange(event.target.value)}
        autoSize={{ minRows: 3, maxRows: 20 }}
        maxLength={20_000}
      />
    </>
  )
}

type Taken = { answer: string; corpus: 'letters' | 'entries'; entry: string }
function ReferenceAnswers(given: { letterId: number; typed: string; onTake: (answer: Taken) => void }) {
  const similar = useSuggestions(given.letterId, given.typed)
  return (
    <Card
      title="参考答复"
      extra={<Typography.Text type="secondary">{similar.about}</Typography.Text>}
      style={{ marginBottom: 16 }}
    >
      <ProblemNotice error={similar.error} />
      <List
        loading={similar.isPending}
        dataSource={similar.data?.items ?? []}
        locale={{ emptyText: '没有相近的答复' }}
        renderItem={(one) => (
          <List.Item
            actions={[
              <Button key="use" size="small" onClick={() => given.onTake(one)}>
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
  )
}
