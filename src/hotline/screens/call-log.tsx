import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, DatePicker, Flex, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call, MoreRows, PageTitle, ProblemNotice, whenText } from '#admin'
import { type CallKind, callKinds } from '#hotline/contract'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'
import { CallActions } from './call-actions.tsx'
import { CallAnalysis } from './call-analysis.tsx'
import type { CallPage, CallView, Period } from './call-view.ts'

/** Calls, newest first, personal data masked; counts and export for a period, at first the newest call's year. */
export function CallLog() {
  const [kind, setKind] = useState<CallKind | undefined>()
  const [chosen, setChosen] = useState<Period>()
  const list = useInfiniteQuery({
    queryKey: ['calls', kind],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams()
      if (pageParam) query.set('after', String(pageParam))
      if (kind) query.set('kind', kind)
      return call<CallPage>('GET', `/hotline/calls?${query}`)
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const answers = list.data?.pages[0]?.abilities.answer ?? false
  const year = items[0]?.calledAt.slice(0, 4)
  const period = chosen ?? (year ? { from: `${year}-01-01`, until: `${year}-12-31` } : undefined)
  return (
    <>
      <PageTitle text="来电记录" />
      <ProblemNotice error={list.error} />
      {period && (
        <>
          <PeriodBar period={period} onChange={setChosen} />
          <CallAnalysis period={period} />
        </>
      )}
      <Select<CallKind>
        aria-label="类型"
        placeholder="全部类型"
        allowClear
        options={callKinds.map((value) => ({ value, label: callKindLabels[value] }))}
        value={kind ?? null}
        onChange={(value) => setKind(value ?? undefined)}
        style={{ minWidth: 140, marginBottom: 12 }}
      />
      <Table<CallView>
        rowKey="id"
        loading={list.isPending}
        dataSource={items}
        pagination={false}
        scroll={{ x: answers ? 1080 : 860 }}
        locale={{ emptyText: '还没有来电记录' }}
        columns={[
          { title: '编号', dataIndex: 'id', width: 80 },
          { title: '时间', dataIndex: 'calledAt', width: 150, render: whenText },
          { title: '类型', width: 100, render: (_, row) => callKindLabels[row.kind] },
          { title: '主题', dataIndex: 'topic', width: 120 },
          { title: '内容', dataIndex: 'contentMasked', width: 260 },
          {
            title: '结果',
            width: 170,
            render: (_, row) => `${callOutcomeLabels[row.outcome]} ${row.forwardedTo}`,
          },
          { title: '坐席', width: 100, render: (_, row) => row.agentName ?? '—' },
          ...(answers
            ? [
                {
                  title: '操作',
                  width: 170,
                  render: (_: unknown, row: CallView) => <CallActions row={row} />,
                },
              ]
            : []),
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}

function PeriodBar({ period, onChange }: { period: Period; onChange: (next: Period) => void }) {
  const { from, until } = period
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
      <DatePicker.RangePicker
        aria-label="统计和导出的时间段"
        allowClear={false}
        value={[dayjs(from), dayjs(until)]}
        onChange={(days) => {
          const [first, last] = days ?? []
          if (first && last) onChange({ from: first.format('YYYY-MM-DD'), until: last.format('YYYY-MM-DD') })
        }}
      />
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          href={`/api/staff/hotline/export?${new URLSearchParams({ from, until, format })}`}
          download
        >
          导出 {format.toUpperCase()}
        </Button>
      ))}
    </Flex>
  )
}
