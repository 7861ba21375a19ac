import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Col, Descriptions, Flex, Input, Row, Typography } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { messageMost } from '#chat/contract'
import { type Answer, AnswerList, useAnswers } from '#hotline/screens'
import { hasMaskSigns } from '#letters/contract'
import { talkOutcomeLabels, talkStatusLabels } from '../labels.ts'
import { MessageList } from './message-list.tsx'
import { TalkMoves } from './talk-moves.tsx'
import type { Colleague } from './talk-view.ts'
import { useTalk } from './use-talk.ts'

type PanelOf = { id: number; agents: Colleague[]; onMoved: () => void }

/** One talk: its words, the box, reference answers beside it. Taking one puts it into the box; only the agent sends. */
export function TalkPanel({ id, agents, onMoved }: PanelOf) {
  const { talk, messages, status, error, look, reopen } = useTalk(id)
  const [typed, setTyped] = useState('')
  const [from, setFrom] = useState<Answer>()
  const asked = messages.findLast(({ author }) => author === 'citizen')?.body ?? ''
  const answers = useAnswers(typed.trim() || asked, '/chat/suggestions')
  const items = answers.data?.items ?? []
  const key = useRef('')
  const take = (answer: Answer | undefined) => {
    if (!answer) return
    setFrom(answer)
    setTyped(answer.answer)
  }
  const send = useMutation({
    mutationFn: ({ kind, key }: { kind: 'messages' | 'notes'; key: string }) =>
      call('POST', `/chat/talks/${id}/${kind}`, {
        body: typed,
        key,
        ...(kind === 'messages' && from && { from: { corpus: from.corpus, entry: from.entry } }),
      }),
    onSuccess: async () => {
      key.current = ''
      setTyped('')
      setFrom(undefined)
      if (talk?.abilities.say) await look()
      else reopen()
      onMoved()
    },
  })
  const press = (kind: 'messages' | 'notes') => {
    // Pressed again after a lost answer it is the same message. Not randomUUID: plain HTTP inside the house has none.
    key.current ||= `${id} ${Date.now()} ${Math.random()}`
    send.mutate({ kind, key: key.current })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter' && typed.trim()) press('messages')
    else if (event.altKey && /^[1-5]$/.test(event.key)) take(items[Number(event.key) - 1])
    else return
    event.preventDefault()
  }
  if (!talk) return <ProblemNotice error={error} />
  const { abilities } = talk
  const ended = status === 'closed'
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={14}>
        <Card
          title={`会话 ${talk.number}（${ended && talk.outcome ? talkOutcomeLabels[talk.outcome] : talkStatusLabels[status ?? talk.status]}）`}
        >
          <ProblemNotice error={send.error ?? error} />
          <Descriptions
            size="small"
            column={{ xs: 1, md: 2 }}
            items={[
              { key: 'name', label: '称呼', children: talk.citizen.name || '没有留下' },
              { key: 'telephone', label: '电话', children: talk.citizen.telephone || '没有留下' },
            ]}
          />
          <MessageList messages={messages} />
          {ended && abilities.say && (
            <Alert
              type="info"
              title="对方已经结束会话，或者会话因长时间没有消息而结束。"
              style={{ marginBottom: 12 }}
            />
          )}
          {(abilities.say || abilities.note) && (
            <>
              <Input.TextArea
                aria-label="答复内容"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={onKeyDown}
                autoSize={{ minRows: 3, maxRows: 10 }}
                placeholder={
                  abilities.say && !ended
                    ? '输入答复，同时显示相近的参考答复'
                    : '会话已经结束，可以写内部备注'
                }
              />
              {hasMaskSigns(typed) && (
                <Alert
                  type="warning"
                  style={{ marginTop: 8 }}
                  title="内容里有隐去个人信息的星号，对方会看到，请改写后再发送。"
                />
              )}
              <Flex gap={8} wrap align="center" style={{ marginTop: 8 }}>
                {abilities.say && !ended && (
                  <Button
                    type="primary"
                    disabled={!typed.trim()}
                    loading={send.isPending}
                    aria-keyshortcuts="Control+Enter"
                    onClick={() => press('messages')}
                  >
                    发送（Ctrl+回车）
                  </Button>
                )}
                <Button disabled={!typed.trim() || send.isPending} onClick={() => press('notes')}>
                  记为内部备注
                </Button>
                <Typography.Text type={typed.length > messageMost ? 'danger' : 'secondary'}>
                  {typed.length}/{messageMost}字
                </Typography.Text>
              </Flex>
            </>
          )}
          <TalkMoves
            id={id}
            talk={talk}
            agents={agents}
            onMoved={() => {
              reopen()
              onMoved()
            }}
          />
        </Card>
      </Col>
      <Col xs={24} xl={10}>
        {abilities.say && <AnswerList answers={items} onTake={take} empty="没有相近的参考答复" />}
      </Col>
    </Row>
  )
}
