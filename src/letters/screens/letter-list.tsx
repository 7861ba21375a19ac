import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { call, ExportButtons, MoreRows, PageTitle, ProblemNotice, useMe } from '#admin'
import { letterStatusLabels } from '../labels.ts'
import { DeadlineTag } from './deadline-tag.tsx'
import { LetterFilters } from './letter-filters.tsx'
import type { LetterRow } from './letter-view.ts'

type Answer = { items: LetterRow[]; next: string | null }

/** All letters, filtered and ordered by the address, so that a link names a list. */
export function LetterList() {
  const [search, setSearch] = useSearchParams()
  const me = useMe()
  const list = useInfiniteQuery({
    queryKey: ['letters', 'list', search.toString()],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams(search)
      if (pageParam) query.set('after', pageParam)
      return call<Answer>('GET', `/letters?${query}`)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  return (
    <>
      <PageTitle text="来信">
        {me.data?.can.includes('letters.handle') && (
          <Link href="/letters/new">
            <Button>登记来信</Button>
          </Link>
        )}
        <ExportButtons path="/letters/export" query={search} />
      </PageTitle>
      <ProblemNotice error={list.error} />
      <LetterFilters search={search} onChange={setSearch} />
      <Table<LetterRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        size="small"
        scroll={{ x: 1130 }}
        locale={{ emptyText: '没有符合条件的来信' }}
        columns={[
          { title: '编号', dataIndex: 'number', width: 120 },
          {
            title: '标题',
            dataIndex: 'subjectPublic',
            width: 210,
            render: (title, row) => (
              <>
                <Link href={`/letters/${row.id}`}>{title}</Link>{' '}
                {row.supervised && <Tag color="red">督办</Tag>}
              </>
            ),
          },
          { title: '信箱', dataIndex: 'mailboxName', width: 90 },
          { title: '主题', width: 130, render: (_, { topic }) => <Topic path={topic} /> },
          { title: '状态', width: 95, render: (_, row) => letterStatusLabels[row.status] },
          { title: '主办处室', width: 110, render: (_, row) => row.department ?? '—' },
          { title: '收到', dataIndex: 'receivedOn', width: 105 },
          { title: '期限', width: 235, render: (_, row) => <Deadline row={row} /> },
          { title: '公开', width: 70, render: (_, row) => (row.released ? '已公开' : '—') },
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}

function Deadline({ row }: { row: LetterRow }) {
  if (row.clock) return <DeadlineTag running={row.clock} />
  return <>{row.repliedOn ? `${row.repliedOn} 已答复` : '—'}</>
}

/** The last level says most; the whole way is there for who rests on it. */
function Topic({ path }: { path: string }) {
  return path ? <span title={path}>{path.split(' / ').at(-1)}</span> : <>—</>
}
