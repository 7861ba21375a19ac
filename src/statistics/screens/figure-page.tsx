import { useQuery } from '@tanstack/react-query'
import { Button, Card, Dropdown, Flex, Select, Statistic, Typography } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { BreakdownView } from '#statistics/contract'
import { Change } from './change.tsx'
import { GroupTable } from './group-table.tsx'
import { periodText, usePeriod } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { RowList } from './row-list.tsx'

const GroupChart = lazy(() => import('./group-chart.tsx'))

/** One figure: its groups as chart and table, the rows of the chosen group, and all of it as a file. */
export function FigurePage() {
  const { key } = useParams<{ key: string }>()
  const [period, choose, search] = usePeriod()
  const { from, to, kind } = period
  const by = search.get('by') ?? 'month'
  const view = useQuery({
    queryKey: ['statistics', 'breakdown', key, from, to, by],
    queryFn: () =>
      call<BreakdownView>('GET', `/statistics/breakdown?${new URLSearchParams({ key, from, to, by })}`),
  })
  const place = (more: Record<string, string>) =>
    `/statistics/${key}?${new URLSearchParams({ span: kind, from, to, ...more })}`
  const chosen = search.get('value')
  const figure = view.data
  const groupName = figure?.groups.find((group) => (group.value ?? '') === chosen)?.label
  return (
    <>
      <PageTitle text={figure?.wording ?? '统计分析'}>
        <PeriodPicker period={period} onChange={choose} />
      </PageTitle>
      <Typography.Paragraph>
        <Link href={`/statistics?${new URLSearchParams({ span: kind, from, to })}`}>返回全部指标</Link>
      </Typography.Paragraph>
      <ProblemNotice error={view.error} />
      {view.isPending && <Card loading />}
      {figure && (
        <Flex vertical gap={20}>
          <Card>
            <Flex gap={40} wrap align="end" justify="space-between">
              <Flex gap={40} wrap>
                <Statistic title={periodText(period)} value={figure.value ?? '—'} suffix={figure.unit} />
                <Statistic title="上年同期" value={figure.before ?? '—'} suffix={figure.unit} />
                <Statistic
                  title="增减"
                  formatter={() => (
                    <Change now={figure.value} before={figure.before} inPercent={figure.comparable} />
                  )}
                />
              </Flex>
              <Origin figure={figure} kind={kind} />
            </Flex>
          </Card>
          {figure.dimensions.length > 0 && (
            <Card
              title={
                <Flex gap={8} align="center" wrap style={{ paddingBlock: 8 }}>
                  <span>分组</span>
                  <GroupBy view={figure} place={place} />
                </Flex>
              }
              extra={<Exports label="导出分组" query={{ key, from, to, by, what: 'groups' }} />}
            >
              {figure.groups.length === 0 && <Typography.Text>这个期间没有记录。</Typography.Text>}
              {figure.groups.length > 0 && (
                <Suspense fallback={<Card loading variant="borderless" />}>
                  <GroupChart view={figure} period={period} place={place} />
                </Suspense>
              )}
              <GroupTable view={figure} place={place} />
            </Card>
          )}
          <Card
            title={chosen === null ? '全部记录' : `记录：${groupName ?? '未注明'}`}
            extra={
              <Flex gap={8}>
                {chosen !== null && <Link href={place({ by })}>显示全部</Link>}
                <Exports
                  label="导出记录"
                  query={{ key, from, to, what: 'rows', ...(chosen === null ? {} : { by, value: chosen }) }}
                />
              </Flex>
            }
          >
            <RowList
              subject={figure.subject}
              query={{ key, from, to, ...(chosen === null ? {} : { by, value: chosen }) }}
            />
          </Card>
        </Flex>
      )}
    </>
  )
}

function GroupBy({ view, place }: { view: BreakdownView; place: (more: Record<string, string>) => string }) {
  const [, go] = useLocation()
  const options = view.dimensions.map(({ key, label }) => ({ value: key, label: `按${label}` }))
  return (
    <Select
      aria-label="分组方式"
      options={options}
      value={view.by}
      onChange={(by) => go(place({ by }))}
      style={{ minWidth: 150 }}
    />
  )
}

function Exports({ label, query }: { label: string; query: Record<string, string> }) {
  const address = (format: string) =>
    `/api/staff/statistics/export?${new URLSearchParams({ ...query, format }).toString()}`
  const items = [
    { key: 'xlsx', label: <a href={address('xlsx')}>Excel（XLSX）</a> },
    { key: 'csv', label: <a href={address('csv')}>CSV</a> },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button>{label}</Button>
    </Dropdown>
  )
}

/** Where a figure comes from: the law that asks for it, and the counts that a percentage is made of. */
function Origin({ figure, kind }: { figure: BreakdownView; kind: string }) {
  return (
    <Flex vertical gap={4}>
      {figure.madeOf.length > 0 && (
        <Flex gap={16} wrap>
          由以下记录数计算：
          {figure.madeOf.map(({ key, wording, unit, from, to, value }) => (
            <Link
              key={`${key} ${from}`}
              href={`/statistics/${key}?${new URLSearchParams({ span: kind, from, to })}`}
            >
              {wording}（{from}至{to}）{value?.toLocaleString('zh-CN') ?? '—'} {unit}
            </Link>
          ))}
        </Flex>
      )}
      {figure.source && <Typography.Text type="secondary">依据：{figure.source}</Typography.Text>}
    </Flex>
  )
}
