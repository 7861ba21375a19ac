import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Flex, Row, Skeleton, Statistic, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'
import type { CallPage, Period } from './call-view.ts'
import { CountChart } from './count-chart.tsx'
import { PeriodBar } from './period-bar.tsx'

type Counted = { name: string; count: number }
type Analysis = Record<'kinds' | 'outcomes' | 'topics' | 'hours' | 'months' | 'years', Counted[]> & {
  total: number
  agents: (Counted & { answered: number; fromReference: number })[]
  growing: (Counted & { before: number })[]
  fromReference: number
}

/** What a period was asked about, when, and who answered; at first the year of the newest call. */
export function CallAnalysis() {
  const [chosen, setChosen] = useState<Period>()
  const newest = useQuery({
    queryKey: ['calls', 'newest'],
    queryFn: () => call<CallPage>('GET', '/hotline/calls'),
    staleTime: 60_000,
  })
  const year = newest.data && (newest.data.items[0]?.calledAt ?? new Date().toISOString()).slice(0, 4)
  const period = chosen ?? (year ? { from: `${year}-01-01`, until: `${year}-12-31` } : undefined)
  return (
    <>
      <PageTitle text="来电分析" />
      <ProblemNotice error={newest.error} />
      {period ? (
        <>
          <PeriodBar period={period} onChange={setChosen} />
          <Counts period={period} onChoose={setChosen} />
        </>
      ) : (
        <Skeleton active />
      )}
    </>
  )
}

type CountsOf = { period: Period; onChoose: (period: Period) => void }
function Counts({ period: { from, until }, onChoose }: CountsOf) {
  const analysis = useQuery({
    queryKey: ['hotline-analysis', from, until],
    queryFn: () => call<Analysis>('GET', `/hotline/analysis?from=${from}&until=${until}`),
  })
  if (!analysis.data) return analysis.error ? <ProblemNotice error={analysis.error} /> : <Skeleton active />
  const { total, kinds, outcomes, topics, hours, agents, months, years, growing, fromReference } =
    analysis.data
  const named = (rows: Counted[], labels: Record<string, string>) =>
    rows.map(({ name, count }) => ({ name: labels[name] ?? name, count }))
  return (
    <>
      {years.length > 1 && <Years years={years} chosen={from.slice(0, 4)} onChoose={onChoose} />}
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        <Figure title="来电" value={total} />
        <Figure title="采用参考答复" value={fromReference} share={total} />
        {named(outcomes, callOutcomeLabels).map(({ name, count }) => (
          <Figure key={name} title={name} value={count} share={total} />
        ))}
      </Row>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={12}>
          <Card size="small" title="各月来电">
            <CountChart label="各月来电" rows={monthNames(months)} />
          </Card>
        </Col>
        <Col xs={24} xl={12}>
          <Card size="small" title="各钟点来电">
            <CountChart label="各钟点来电" rows={everyHour(hours)} />
          </Card>
        </Col>
        <Col xs={24} xl={12}>
          <CountTable title="主题" rows={topics} total={total} empty="未填写" period={{ from, until }} />
        </Col>
        <Col xs={24} xl={12}>
          <Card size="small" title="比上一时段增多的主题" style={{ marginBottom: 16 }}>
            <Table
              rowKey="name"
              size="small"
              pagination={paged(growing.length)}
              dataSource={growing}
              locale={{ emptyText: '没有增多的主题' }}
              columns={[
                { title: '主题', dataIndex: 'name' },
                { title: '上一时段', dataIndex: 'before', width: 100, align: 'right' },
                { title: '本时段', dataIndex: 'count', width: 100, align: 'right' },
              ]}
            />
          </Card>
          <CountTable title="类型" rows={named(kinds, callKindLabels)} total={total} empty="" />
        </Col>
        <Col xs={24}>
          <Card size="small" title="坐席">
            <Table
              rowKey="name"
              size="small"
              pagination={paged(agents.length)}
              dataSource={agents}
              scroll={{ x: 520 }}
              columns={[
                { title: '坐席', dataIndex: 'name', render: (name: string) => name || '从文件导入' },
                { title: '接听', dataIndex: 'count', width: 100, align: 'right' },
                { title: '当场答复', dataIndex: 'answered', width: 110, align: 'right' },
                { title: '采用参考答复', dataIndex: 'fromReference', width: 130, align: 'right' },
              ]}
            />
          </Card>
        </Col>
      </Row>
    </>
  )
}

/** Where there are calls. */
function Years({
  years,
  chosen,
  onChoose,
}: {
  years: readonly Counted[]
  chosen: string
  onChoose: (period: Period) => void
}) {
  return (
    <Flex gap={8} wrap style={{ marginBottom: 16 }}>
      {years.map(({ name, count }) => (
        <Button
          key={name}
          size="small"
          type={name === chosen ? 'primary' : 'default'}
          onClick={() => onChoose({ from: `${name}-01-01`, until: `${name}-12-31` })}
        >
          {name}年（{count}）
        </Button>
      ))}
    </Flex>
  )
}

function Figure({ title, value, share }: { title: string; value: number; share?: number }) {
  const percent = share ? ` 个，${Math.round((1000 * value) / share) / 10}%` : ' 个'
  return (
    <Col xs={12} md={8} xl={4}>
      <Card size="small">
        <Statistic title={title} value={value} suffix={<span style={{ fontSize: 14 }}>{percent}</span>} />
      </Card>
    </Col>
  )
}

const paged = (rows: number) => (rows > 10 ? { pageSize: 10, showSizeChanger: false } : (false as const))

/** Of one year: the month alone. */
const monthNames = (months: readonly Counted[]): Counted[] =>
  months.map(({ name, count }) => ({
    name: months.length > 12 ? name.slice(2).replace('-', '/') : `${Number(name.slice(5))}月`,
    count,
  }))

/** From the first hour with a call to the last one: an empty hour between them is an answer, too. */
function everyHour(hours: readonly Counted[]): Counted[] {
  const counts = new Map(hours.map(({ name, count }) => [Number(name), count]))
  const known = [...counts.keys()]
  if (known.length === 0) return []
  const [first, last] = [Math.min(...known), Math.max(...known)]
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    name: `${first + at}时`,
    count: counts.get(first + at) ?? 0,
  }))
}

type TableOf = { title: string; rows: Counted[]; total: number; empty: string; period?: Period }
function CountTable({ title, rows, total, empty, period }: TableOf) {
  const linked = (name: string) =>
    period && name ? (
      <Link href={`/hotline/calls?${new URLSearchParams({ topic: name, ...period })}`}>{name}</Link>
    ) : (
      name || empty
    )
  return (
    <Card size="small" title={title}>
      <Table
        rowKey="name"
        size="small"
        pagination={paged(rows.length)}
        dataSource={rows}
        columns={[
          { title, dataIndex: 'name', render: linked },
          { title: '来电', dataIndex: 'count', width: 90, align: 'right' },
          {
            title: '占比',
            width: 90,
            align: 'right',
            render: (_, { count }) => `${total ? Math.round((1000 * count) / total) / 10 : 0}%`,
          },
        ]}
      />
    </Card>
  )
}
