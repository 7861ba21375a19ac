import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Flex, Grid, Input, Select, Table } from 'antd'
import { Link } from 'wouter'
import { call, ExportButtons, MoreRows, PageTitle, ProblemNotice, useMe, useTableSearch } from '#admin'
import { awaitedDecisions, channels, requestStatuses } from '#foi/contract'
import { awaitedLabels, channelLabels, requestStatusLabels } from '../labels.ts'
import type { RequestRow } from './request-view.ts'
import { LacksTag, NextDate } from './urgency-tag.tsx'

type Assignees = { departments: { id: number; name: string }[]; staff: { id: number; name: string }[] }
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
        <Filters search={search} />
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

/** Whose it is, how it came, and the year of its receipt. */
function Filters({ search }: { search: ReturnType<typeof useTableSearch> }) {
  const people = useQuery({
    queryKey: ['assignees'],
    queryFn: () => call<Assignees>('GET', '/foi/assignees'),
  })
  const named = (rows: { id: number; name: string }[] = []) =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: thisYear - 2007 }, (_, back) => String(thisYear - back))
  const filters = [
    ['departmentId', '全部部门', named(people.data?.departments)],
    ['handlerId', '全部承办人', named(people.data?.staff)],
    ['channel', '全部途径', channels.map((value) => ({ value, label: channelLabels[value] }))],
    ['year', '全部年份', years.map((value) => ({ value, label: `${value}年` }))],
  ] as const
  return filters.map(([name, all, options]) => (
    <Select<string>
      key={name}
      aria-label={all.replace('全部', '')}
      placeholder={all}
      allowClear
      showSearch
      optionFilterProp="label"
      options={[...options]}
      value={search.get(name) ?? null}
      onChange={(value) => search.set(name, value)}
      style={{ minWidth: 130 }}
    />
  ))
}
