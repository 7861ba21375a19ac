import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Badge, Button, Card, Col, Empty, Flex, Row, Switch, Typography } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, poll, whenText } from '#admin'
import { TalkPanel } from './talk-panel.tsx'
import type { ConsoleView, OpenTalk } from './talk-view.ts'

/** Unit: milliseconds. */
const pause = 5000

/** Where an agent answers: who waits, one's own talks, and the one that is open. Being there is a switch; leaving the screen ends it soon. */
export function Console() {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<number>()
  const view = useQuery({
    queryKey: ['chat-console'],
    queryFn: () => poll<ConsoleView>('/chat/console'),
    refetchInterval: pause,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['chat-console'] })
  const duty = useMutation({
    mutationFn: (present: boolean) => call('POST', '/chat/duty', { present }),
    onSettled: refresh,
  })
  const claim = useMutation({
    mutationFn: (id: number) => call('POST', `/chat/talks/${id}/claim`),
    onSuccess: (_answer, id) => setChosen(id),
    onSettled: refresh,
  })
  const { present = false, waiting = [], mine = [], agents = [] } = view.data ?? {}
  return (
    <>
      <PageTitle text="坐席台">
        <Flex gap={8} align="center">
          <Switch
            aria-label="值守"
            checked={present}
            loading={view.isPending || duty.isPending}
            onChange={(next) => duty.mutate(next)}
          />
          <span>{present ? `值守中，共${agents.length}位坐席` : '没有值守，市民的提问不会转给您'}</span>
        </Flex>
      </PageTitle>
      <ProblemNotice error={claim.error ?? duty.error ?? view.error} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={7} xl={6}>
          <TalkList
            title="等待接入"
            empty="没有人在等待"
            talks={waiting}
            button="接入"
            onPress={(id) => claim.mutate(id)}
          />
          <TalkList
            title="我的会话"
            empty="没有进行中的会话"
            talks={mine}
            button="打开"
            chosen={chosen}
            onPress={setChosen}
          />
        </Col>
        <Col xs={24} lg={17} xl={18}>
          {chosen === undefined ? (
            <Card>
              <Empty description="接入或者打开一个会话" />
            </Card>
          ) : (
            <TalkPanel key={chosen} id={chosen} agents={agents} onMoved={() => void refresh()} />
          )}
        </Col>
      </Row>
    </>
  )
}

type ListOf = {
  title: string
  empty: string
  talks: OpenTalk[]
  button: string
  chosen?: number | undefined
  onPress: (id: number) => void
}
function TalkList({ title, empty, talks, button, chosen, onPress }: ListOf) {
  return (
    <Card
      size="small"
      style={{ marginBottom: 16 }}
      title={
        <span role="status">
          {title}（{talks.length}）
        </span>
      }
    >
      {talks.length === 0 && <Typography.Text type="secondary">{empty}</Typography.Text>}
      <Flex vertical gap={12}>
        {talks.map(({ id, number, openedAt, question, asks }) => (
          <Flex key={id} gap={8} justify="space-between" align="start">
            <div style={{ minWidth: 0 }}>
              <Typography.Text type="secondary">
                {number} {whenText(openedAt)}
              </Typography.Text>
              <Typography.Paragraph ellipsis={{ rows: 2 }} style={{ margin: 0 }} strong={id === chosen}>
                {asks && <Badge status="processing" text="新消息：" />}
                {question}
              </Typography.Paragraph>
            </div>
            <Button
              size="small"
              type={id === chosen ? 'default' : 'primary'}
              aria-label={`${button}会话${number}`}
              onClick={() => onPress(id)}
            >
              {button}
            </Button>
          </Flex>
        ))}
      </Flex>
    </Card>
  )
}
