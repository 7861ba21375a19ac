import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Table, Tag } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice, useMe, whenText } from '#admin'
import { articleStatuses } from '#publishing/contract'
import { statusLabels } from '../labels.ts'
import type { ArticleRow } from './article-view.ts'
import { StatusTag } from './status-tag.tsx'

type Answer = { items: ArticleRow[]; next: number | null }

/** All items, filtered by the address, so that a link names a list. */
export function ArticleList() {
  const me = useMe()
  const [search, setSearch] = useSearchParams()
  const list = useInfiniteQuery({
    queryKey: ['articles', search.toString()],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams(search)
      if (pageParam) query.set('after', String(pageParam))
      return call<Answer>('GET', `/articles?${query}`)
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const filter = (name: string, value: string | undefined) =>
    setSearch((known) => {
      const next = new URLSearchParams(known)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    })
  const statuses = articleStatuses.map((value) => ({ value, label: statusLabels[value] }))
  return (
    <>
      <PageTitle text="稿件">
        {me.data?.can.includes('publishing.write') && (
          <Link href="/articles/new">
            <Button type="primary">写新稿</Button>
          </Link>
        )}
      </PageTitle>
      <ProblemNotice error={list.error} />
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Input.Search
          aria-label="按标题查找"
          placeholder="按标题查找"
          defaultValue={search.get('title') ?? ''}
          allowClear
          onSearch={(text) => filter('title', text)}
          style={{ maxWidth: 320 }}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          options={statuses}
          value={search.get('status') ?? undefined}
          onChange={(value) => filter('status', value)}
          style={{ minWidth: 140 }}
        />
        {['step', 'emergency', 'mine'].some((name) => search.has(name)) && (
          <Button onClick={() => setSearch({})}>清除筛选</Button>
        )}
      </Flex>
      <Table<ArticleRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: '没有符合条件的稿件' }}
        columns={[
          {
            title: '标题',
            dataIndex: 'title',
            render: (title, row) => <Link href={`/articles/${row.id}`}>{title}</Link>,
          },
          { title: '栏目', dataIndex: 'section', width: 130 },
          {
            title: '状态',
            dataIndex: 'status',
            width: 150,
            render: (_, row) => (
              <>
                <StatusTag status={row.status} />
                {row.emergency_by !== null && row.emergency_confirmed_by === null && (
                  <Tag color="red">紧急</Tag>
                )}
              </>
            ),
          },
          { title: '作者', dataIndex: 'author', width: 100 },
          { title: '更新时间', dataIndex: 'updated_at', width: 170, render: whenText },
        ]}
      />
      {list.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 16 }}>
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            显示更多
          </Button>
        </Flex>
      )}
    </>
  )
}
