import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { call, ExportButtons, MoreRows, PageTitle, ProblemNotice, useMe, whenText } from '#admin'
import { documentKindLabels } from '../labels.ts'
import { ArticleFilters } from './article-filters.tsx'
import type { ArticleRow } from './article-view.ts'
import { StatusTag } from './status-tag.tsx'

type Answer = { items: ArticleRow[]; next: string | null }

/** All items, filtered and ordered by the address, so that a link names a list. */
export function ArticleList() {
  const me = useMe()
  const [search] = useSearchParams()
  const list = useInfiniteQuery({
    queryKey: ['articles', search.toString()],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams(search)
      if (pageParam) query.set('after', pageParam)
      return call<Answer>('GET', `/articles?${query}`)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const filters = new URLSearchParams(search)
  filters.delete('order')
  return (
    <>
      <PageTitle text="稿件">
        <ExportButtons path="/articles/export" query={filters} />
        {me.data?.can.includes('publishing.write') && (
          <Link href="/articles/new">
            <Button type="primary">写新稿</Button>
          </Link>
        )}
      </PageTitle>
      <ProblemNotice error={list.error} />
      <ArticleFilters />
      <Table<ArticleRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 1080 }}
        locale={{ emptyText: '没有符合条件的稿件' }}
        columns={columns}
      />
      <MoreRows of={list} />
    </>
  )
}

const columns = [
  {
    title: '标题',
    key: 'title',
    render: (_: unknown, row: ArticleRow) => <Link href={`/articles/${row.id}`}>{row.title}</Link>,
  },
  { title: '栏目', dataIndex: 'section', width: 120 },
  {
    title: '类型',
    dataIndex: 'document_kind',
    width: 110,
    render: (kind: ArticleRow['document_kind']) => documentKindLabels[kind],
  },
  {
    title: '状态',
    key: 'status',
    width: 150,
    render: (_: unknown, row: ArticleRow) => (
      <>
        <StatusTag status={row.status} />
        {row.emergency_by !== null && row.emergency_confirmed_by === null && <Tag color="red">紧急</Tag>}
      </>
    ),
  },
  { title: '作者', dataIndex: 'author', width: 100 },
  {
    title: '提交时间',
    dataIndex: 'submitted_at',
    width: 150,
    render: (at: string | null) => (at ? whenText(at) : '—'),
  },
  { title: '更新时间', dataIndex: 'updated_at', width: 150, render: whenText },
]
