import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Row, Select, Table } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, whenText } from '#admin'
import { type CallKind, type CallOutcome, callKinds } from '#hotline/contract'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'

type Logged = {
  id: number
  calledAt: string
  kind: CallKind
  topic: string
  contentMasked: string
  outcome: CallOutcome
  forwardedTo: string
  agentName: string | null
}

/** Calls, newest first, personal data masked. */
export function CallLog() {
  const [kind, setKind] = useState<CallKind | undefined>()
  const list = useInfiniteQuery({
    queryKey: ['calls', kind],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams()
      if (pageParam) query.set('after', String(pageParam))
      if (kind) query.set('kind', kind)
      return call<{ items: Logged[]; next: number | null }>('GET', `/hotline/calls?${query}`)
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageTitle text="来电记录">
        <Select<CallKind>
          aria-label="类型"
          placeholder="全部类型"
          allowClear
          options={callKinds.map((value) => ({ value, label: callKindLabels[value] }))}
          value={kind ?? null}
          onChange={(value) => setKind(value ?? undefined)}
          style={{ minWidth: 140 }}
        />
      </PageTitle>
      <ProblemNotice error={list.error} />
      <Analysis year={items[0]?.calledAt.slice(0, 4)} />
      <Table<Logged>
        rowKey="id"
        loading={list.isPending}
        dataSource={items}
        pagination={false}
        scroll={{ x: 860 }}
        locale={{ emptyText: '还没有来电记录' }}
        columns={[
          { title: '时间', dataIndex: 'calledAt', width: 160, render: whenText },
          { title: '类型', width: 100, render: (_, row) => callKindLabels[row.kind] },
          { title: '主题', dataIndex: 'topic', width: 120 },
          { title: '内容', dataIndex: 'contentMasked', ellipsis: true },
          {
            title: '结果',
            width: 200,
            render: (_, row) => `${callOutcomeLabels[row.outcome]} ${row.forwardedTo}`,
          },
          { title: '坐席', width: 100, render: (_, row) => row.agentName ?? '—' },
        ]}
      />
      {list.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            显示更多
          </Button>
        </Flex>
      )}
    </>
  )
}

type Count = { name: string | number | null; count: number }
type Counts = Record<'kinds' | 'topics' | 'hours' | 'agents', Count[]>

/** What the newest call's year was asked about, and when. */
function Analysis({ year }: { year: string | undefined }) {
  const counts = useQuery({
    queryKey: ['hotline-analysis', year],
    queryFn: () => call<Counts>('GET', `/hotline/analysis?year=${year}`),
    enabled: year !== undefined,
  })
  if (!counts.data) return null
  const { topics, hours, agents } = counts.data
  const parts = [
    [`${year}年最多的主题`, topics.slice(0, 5), (name: Count['name']) => name || '未填写'],
    ['最忙的钟点', [...hours].sort((a, b) => b.count - a.count).slice(0, 5), (name) => `${name}点`],
    ['坐席', agents.slice(0, 5), (name) => name ?? '导入'],
  ] satisfies [string, Count[], (name: Count['name']) => string | number][]
  return (
    <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
      {parts.map(([title, rows, text]) => (
        <Col key={title} xs={24} md={8}>
          <Card size="small" title={title}>
            {rows.map(({ name, count }) => (
              <Flex key={String(name)} justify="space-between">
                <span>{text(name)}</span>
                <span>{count}</span>
              </Flex>
            ))}
          </Card>
        </Col>
      ))}
    </Row>
  )
}
