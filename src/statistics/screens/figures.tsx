import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Table, Typography } from 'antd'
import { Link } from 'wouter'
import { call, ExportButtons, PageTitle, ProblemNotice } from '#admin'
import type { FiguresView, FigureView } from '#statistics/contract'
import { Change } from './change.tsx'
import { periodText, usePeriod } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { YearsWithRecords } from './years-with-records.tsx'

/** Every figure of the period beside the same days a year earlier; a click opens its groups and rows. */
export function Figures() {
  const [period, choose] = usePeriod()
  const { from, to, kind } = period
  const figures = useQuery({
    queryKey: ['statistics', 'figures', from, to],
    queryFn: () => call<FiguresView>('GET', `/statistics/figures?${new URLSearchParams({ from, to })}`),
  })
  const place = new URLSearchParams({ span: kind, from, to })
  return (
    <>
      <PageTitle text="统计分析">
        <PeriodPicker period={period} onChange={choose} />
        <ExportButtons path="/statistics/figures/export" query={new URLSearchParams({ from, to })} />
      </PageTitle>
      <Typography.Paragraph type="secondary">
        {periodText(period)}，与上年同期比较。每个数字都由业务记录逐条统计，点击指标可以分组、查看记录和导出。
      </Typography.Paragraph>
      <ProblemNotice error={figures.error} />
      <YearsWithRecords years={figures.data?.years ?? []} period={period} onChange={choose} />
      <Flex vertical gap={20}>
        {figures.isPending && <Card loading />}
        {figures.data?.parts.map((part) => (
          <section key={part.name} aria-label={part.name}>
            <Typography.Title level={2} style={{ fontSize: 18 }}>
              {part.name}
            </Typography.Title>
            <Table<FigureView>
              rowKey="key"
              size="small"
              pagination={false}
              dataSource={part.figures}
              scroll={{ x: 560 }}
              columns={[
                {
                  title: '指标',
                  render: (_, figure) => (
                    <Link href={`/statistics/${figure.key}?${place}`}>{figure.wording}</Link>
                  ),
                },
                {
                  title: '本期',
                  width: 130,
                  align: 'right',
                  render: (_, figure) => (
                    <strong>
                      {figure.value?.toLocaleString('zh-CN') ?? '—'} {figure.unit}
                    </strong>
                  ),
                },
                {
                  title: '上年同期',
                  width: 110,
                  align: 'right',
                  render: (_, figure) => figure.before?.toLocaleString('zh-CN') ?? '—',
                },
                {
                  title: '增减',
                  width: 110,
                  align: 'right',
                  render: (_, { value, before, comparable }) => (
                    <Change now={value} before={before} inPercent={comparable} />
                  ),
                },
              ]}
            />
          </section>
        ))}
      </Flex>
    </>
  )
}
