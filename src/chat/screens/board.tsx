import { useQuery } from '@tanstack/react-query'
import { Card, Col, Row, Skeleton, Statistic, Table } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { BoardRow } from '#chat/contract'
import { PeriodBar } from '#hotline/screens'
import type { ListedTalk } from './talk-view.ts'

type Period = { from: string; until: string }

/** What a period brought, and each agent's part; at first the year of the newest talk. */
export function Board() {
  const [chosen, setChosen] = useState<Period>()
  const newest = useQuery({
    queryKey: ['chat-newest'],
    queryFn: () => call<{ items: ListedTalk[] }>('GET', '/chat/talks'),
    staleTime: 60_000,
  })
  const year = newest.data && (newest.data.items[0]?.openedAt ?? new Date().toISOString()).slice(0, 4)
  const period = chosen ?? (year ? { from: `${year}-01-01`, until: `${year}-12-31` } : undefined)
  return (
    <>
      <PageTitle text="会话统计" />
      <ProblemNotice error={newest.error} />
      {period ? (
        <>
          <PeriodBar period={period} onChange={setChosen} exportPath="/chat/export" />
          <Counts period={period} />
        </>
      ) : (
        <Skeleton active />
      )}
    </>
  )
}

function Counts({ period: { from, until } }: { period: Period }) {
  const board = useQuery({
    queryKey: ['chat-board', from, until],
    queryFn: () =>
      call<{ all: BoardRow; agents: BoardRow[] }>('GET', `/chat/board?from=${from}&until=${until}`),
  })
  if (!board.data) return board.error ? <ProblemNotice error={board.error} /> : <Skeleton active />
  const { all, agents } = board.data
  const figures = [
    ['收到会话（次）', all.received],
    ['坐席已答复（次）', all.answered],
    ['首次答复时间中位数（分钟）', all.medianMinutes ?? '—'],
    ['市民：解决了（次）', all.solved],
    ['市民：没有解决（次）', all.notSolved],
  ] as const
  return (
    <>
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        {figures.map(([title, value]) => (
          <Col key={title} xs={24} sm={12} lg={8}>
            <Card size="small">
              <Statistic title={title} value={value} />
            </Card>
          </Col>
        ))}
      </Row>
      <Table<BoardRow>
        rowKey="name"
        pagination={false}
        dataSource={agents}
        scroll={{ x: 620 }}
        locale={{ emptyText: '这段时间没有会话' }}
        columns={[
          { title: '坐席', dataIndex: 'name', render: (name: string) => name || '没有坐席接入' },
          { title: '会话', dataIndex: 'received', width: 90, align: 'right' },
          { title: '已答复', dataIndex: 'answered', width: 90, align: 'right' },
          {
            title: '首次答复（分钟）',
            dataIndex: 'medianMinutes',
            width: 150,
            align: 'right',
            render: (minutes: number | null) => minutes ?? '—',
          },
          { title: '解决了', dataIndex: 'solved', width: 90, align: 'right' },
          { title: '没有解决', dataIndex: 'notSolved', width: 100, align: 'right' },
        ]}
      />
    </>
  )
}
