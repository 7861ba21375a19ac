import { useQuery } from '@tanstack/react-query'
import { Card, Col, Row, Skeleton, Statistic, Table } from 'antd'
import { call, ProblemNotice } from '#admin'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'
import type { Counted, Period } from './call-view.ts'
import { CountChart } from './count-chart.tsx'
import { CountTable, paged } from './count-table.tsx'
import { type TransferCount, TransferCounts } from './transfer-counts.tsx'
import { YearButtons } from './year-buttons.tsx'

type Analysis = Record<'kinds' | 'outcomes' | 'topics' | 'hours' | 'months' | 'years', Counted[]> & {
  total: number
  agents: (Counted & { answered: number; fromReference: number })[]
  growing: (Counted & { before: number })[]
  fromReference: number
  transfers: TransferCount[]
}

type CountsOf = { period: Period; onChoose: (period: Period) => void }
/** Everything that is counted of one period. */
export function AnalysisCounts({ period: { from, until }, onChoose }: CountsOf) {
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
      {years.length > 1 && <YearButtons years={years} chosen={from.slice(0, 4)} onChoose={onChoose} />}
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
          <TransferCounts rows={analysis.data.transfers} />
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
