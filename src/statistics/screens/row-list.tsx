import { useInfiniteQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { Link } from 'wouter'
import { call, MoreRows, ProblemNotice } from '#admin'
import type { RowsView, RowView } from '#statistics/contract'

/** Where the console shows the record behind a row; a kind that is not here has no screen of its own. */
const screens: Readonly<Record<string, string>> = {
  article: '/articles',
  delivery: '/articles',
  foi_request: '/requests',
  foi_fee: '/requests',
  letter: '/letters',
  talk: '/chat/talks',
}

/** The rows of a figure, fifty at a time. */
export function RowList({ subject, query }: { subject: string; query: Record<string, string> }) {
  const list = useInfiniteQuery({
    queryKey: ['statistics', 'rows', query],
    queryFn: ({ pageParam }) =>
      call<RowsView>(
        'GET',
        `/statistics/rows?${new URLSearchParams({ ...query, after: String(pageParam) })}`,
      ),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const screen = screens[subject]
  return (
    <>
      <ProblemNotice error={list.error} />
      <Table<RowView>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 420 }}
        locale={{ emptyText: '没有记录' }}
        columns={[
          {
            title: '记录',
            render: (_, row) =>
              screen ? (
                <Link href={`${screen}/${row.recordId}`}>{row.title || '（无标题）'}</Link>
              ) : (
                row.title
              ),
          },
          { title: '日期', width: 120, render: (_, row) => row.day ?? '—' },
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}
