import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Table, Tag } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { letterStatuses } from '#letters/contract'
import { letterStatusLabels } from '../labels.ts'
import type { LetterRow } from './letter-view.ts'

type Answer = { items: LetterRow[]; next: number | null }

/** All letters, filtered by the address, so that a link names a list. */
export function LetterList() {
  const [search, setSearch] = useSearchParams()
  const list = useInfiniteQuery({
    queryKey: ['letters', search.toString()],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams(search)
      if (pageParam) query.set('after', String(pageParam))
      return call<Answer>('GET', `/letters?${query}`)
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
  const open = search.get('open') === 'true'
  return (
    <>
      <PageTitle text="来信" />
      <ProblemNotice error={list.error} />
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Input.Search
          aria-label="按编号或者标题查找"
          placeholder="编号或者标题"
          defaultValue={search.get('text') ?? ''}
          allowClear
          onSearch={(text) => filter('text', text)}
          style={{ maxWidth: 320 }}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          options={letterStatuses.map((value) => ({ value, label: letterStatusLabels[value] }))}
          value={search.get('status') ?? undefined}
          onChange={(value) => filter('status', value)}
          style={{ minWidth: 140 }}
        />
        <Button type={open ? 'primary' : 'default'} onClick={() => filter('open', open ? undefined : 'true')}>
          只看未办结
        </Button>
      </Flex>
      <Table<LetterRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: '没有符合条件的来信' }}
        columns={[
          { title: '编号', dataIndex: 'number', width: 150 },
          {
            title: '标题',
            dataIndex: 'subjectPublic',
            render: (title, row) => (
              <>
                <Link href={`/letters/${row.id}`}>{title}</Link>{' '}
                {row.supervised && <Tag color="red">督办</Tag>}
              </>
            ),
          },
          { title: '状态', width: 110, render: (_, row) => letterStatusLabels[row.status] },
          { title: '收到', dataIndex: 'receivedOn', width: 110 },
          {
            title: '答复期限',
            width: 150,
            render: (_, row) => (row.repliedOn ? `${row.repliedOn} 已答复` : (row.dueOn ?? '—')),
          },
          { title: '公开', width: 80, render: (_, row) => (row.released ? '已公开' : '—') },
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
