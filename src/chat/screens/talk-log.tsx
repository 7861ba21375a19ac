import { useQuery } from '@tanstack/react-query'
import { type TableProps, Typography } from 'antd'
import { Link } from 'wouter'
import { call, DataTable, PageTitle, type TableFilter, useMe, whenText } from '#admin'
import { talkOutcomes, talkStatuses } from '#chat/contract'
import { callKinds } from '#hotline/contract'
import { AskedAndAnswered, callKindLabels, KindAndTopic } from '#hotline/screens'
import { talkOutcomeLabels, talkStatusLabels } from '../labels.ts'
import type { LoggedTalk } from './talk-view.ts'

/** Talks, newest first, personal data masked; opening one is on the audit record. */
export function TalkLog() {
  const topics = useQuery({
    queryKey: ['chat-topics'],
    queryFn: () => call<{ items: string[] }>('GET', '/chat/topics'),
    staleTime: 60_000,
  })
  return (
    <>
      <PageTitle text="会话记录" />
      <DataTable<LoggedTalk>
        path="/chat/talks"
        exportPath="/chat/export"
        rowKey="id"
        empty="没有符合条件的会话"
        filters={filtersOf(topics.data?.items ?? [])}
        scroll={{ x: 980 }}
        columns={[
          ...columns,
          {
            title: '操作',
            width: 90,
            render: (_, row) => (
              <Link href={`/chat/talks/${row.id}`} aria-label={`查看会话${row.number}`}>
                查看
              </Link>
            ),
          },
        ]}
      />
    </>
  )
}

const choices = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

const filtersOf = (topics: readonly string[]): TableFilter[] => [
  { kind: 'choice', name: 'status', label: '状态', options: choices(talkStatuses, talkStatusLabels) },
  { kind: 'choice', name: 'outcome', label: '办理结果', options: choices(talkOutcomes, talkOutcomeLabels) },
  { kind: 'choice', name: 'kind', label: '类型', options: choices(callKinds, callKindLabels) },
  { kind: 'choice', name: 'topic', label: '主题', options: topics.map((value) => ({ value, label: value })) },
  { kind: 'day', name: 'from', label: '开始日期' },
  { kind: 'day', name: 'until', label: '结束日期' },
]

const columns: NonNullable<TableProps<LoggedTalk>['columns']> = [
  { title: '编号', dataIndex: 'number', width: 126 },
  { title: '时间', key: 'opened', dataIndex: 'openedAt', width: 112, sorter: true, render: whenText },
  {
    title: '类型和主题',
    width: 120,
    render: (_, row) => <KindAndTopic topic={row.topic} kind={row.kind} />,
  },
  {
    title: '提问和答复',
    render: (_, row) => <AskedAndAnswered asked={row.question} answered={row.answer} />,
  },
  { title: '结果', width: 120, render: (_, row) => <Outcome row={row} /> },
  { title: '坐席', width: 110, render: (_, row) => row.agentName ?? '—' },
]

/** Where the talk went, and whether the citizen says that it helped; whoever may read the letter goes there. */
function Outcome({ row }: { row: LoggedTalk }) {
  const reads = useMe().data?.can.includes('letters.read') ?? false
  const text = row.outcome ? talkOutcomeLabels[row.outcome] : talkStatusLabels[row.status]
  return (
    <>
      <div>{row.letterId && reads ? <Link href={`/letters/${row.letterId}`}>{text}</Link> : text}</div>
      {row.solved !== null && (
        <Typography.Text type="secondary">{row.solved ? '市民：解决了' : '市民：没有解决'}</Typography.Text>
      )}
    </>
  )
}
