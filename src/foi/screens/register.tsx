import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Grid, Input, Select, Table } from 'antd'
import { Link } from 'wouter'
import { call, ExportButtons, MoreRows, PageTitle, ProblemNotice, useMe, useTableSearch } from '#admin'
import { awaitedDecisions, requestStatuses } from '#foi/contract'
import { awaitedLabels, channelLabels, requestStatusLabels } from '../labels.ts'
import type { RequestRow } from './request-view.ts'
import { LacksTag, NextDate } from './urgency-tag.tsx'

type Answer = { items: RequestRow[]; next: number | null }

/** The register of all requests, each open one with its date of today. Law: Order 711 art. 45. */
export function Register() {
  const me = useMe()
  const wide = Grid.useBreakpoint().md ?? true
  const search = useTableSearch()
  const list = useInfiniteQuery({
    queryKey: ['requests', search.asQuery()],
    queryFn: ({ pageParam }) => {
      const query = search.asQuery(pageParam ? { after: String(pageParam) } : {})
      return call<Answer>('GET', `/foi/requests?${query}`)
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const open = search.get('open') === 'true'
  return (
    <>
      <PageTitle text="申请登记簿">
        <ExportButtons path="/foi/requests/export" query={new URLSearchParams(search.asQuery())} />
        {me.data?.can.includes('foi.handle') && (
          <Link href="/requests/new">
            <Button type="primary">登记申请</Button>
          </Link>
        )}
      </PageTitle>
      <ProblemNotice error={list.error} />
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Input.Search
          aria-label="按编号或者内容查找"
          placeholder="编号或者内容"
          defaultValue={search.get('text') ?? ''}
          allowClear
          onSearch={(text) => search.set('text', text)}
          style={{ maxWidth: 320 }}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          options={requestStatuses.map((value) => ({ value, label: requestStatusLabels[value] }))}
          value={search.get('status')}
          onChange={(value) => search.set('status', value)}
          style={{ minWidth: 140 }}
        />
        <Select
          aria-label="待决定的事项"
          placeholder="待决定的事项"
          allowClear
          options={awaitedDecisions.map((value) => ({ value, label: awaitedLabels[value] }))}
          value={search.get('awaits')}
          onChange={(value) => search.set('awaits', value)}
          style={{ minWidth: 230 }}
        />
        <Button
          type={open ? 'primary' : 'default'}
          onClick={() => search.set('open', open ? undefined : 'true')}
        >
          只看未办结
        </Button>
      </Flex>
      <Table<RequestRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={wide ? { x: 1120 } : {}}
        locale={{ emptyText: '没有符合条件的申请' }}
        columns={[
          {
            title: '编号',
            width: 120,
            responsive: ['md'],
            render: (_, row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
          },
          {
            title: '所需信息',
            ellipsis: wide,
            render: (_, row) => (
              <>
                {!wide && (
                  <div>
                    <Link href={`/requests/${row.id}`}>{row.number}</Link>{' '}
                    {!row.answeredOn && <LacksTag lacks={row.lacks} />}
                  </div>
                )}
                {row.descriptionMasked}
              </>
            ),
          },
          {
            title: '期限',
            width: wide ? 240 : 136,
            render: (_, row) => (row.answeredOn ? `${row.answeredOn} 已答复` : <NextDate row={row} />),
          },
          {
            title: '状态',
            width: 116,
            responsive: ['md'],
            render: (_, row) => requestStatusLabels[row.status],
          },
          {
            title: '申请人',
            width: 130,
            responsive: ['md'],
            render: (_, row) => (
              <>
                {row.applicantMasked} {!row.answeredOn && <LacksTag lacks={row.lacks} />}
              </>
            ),
          },
          { title: '途径', width: 100, responsive: ['md'], render: (_, row) => channelLabels[row.channel] },
          { title: '收到', width: 116, responsive: ['md'], render: (_, row) => row.receivedOn ?? '—' },
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}
