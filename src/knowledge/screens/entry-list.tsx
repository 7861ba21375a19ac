import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Table } from 'antd'
import { Link } from 'wouter'
import { call, MoreRows, PageTitle, ProblemNotice, useMe, useTableSearch } from '#admin'
import { entryStatuses } from '#knowledge/contract'
import { audienceLabels, entryStatusLabels } from '../labels.ts'
import type { EntryView } from './entry-view.ts'
import { EntryStatusTag } from './status-tag.tsx'

/** Reference answers, newest first, with how much each is asked for. */
export function EntryList() {
  const me = useMe()
  const search = useTableSearch()
  const topics = useQuery({
    queryKey: ['knowledge-topics'],
    queryFn: () => call<{ items: string[] }>('GET', '/knowledge/topics'),
  })
  const list = useInfiniteQuery({
    queryKey: ['knowledge', search.asQuery()],
    queryFn: ({ pageParam }) => {
      const query = search.asQuery(pageParam ? { after: String(pageParam) } : {})
      return call<{ items: EntryView[]; next: number | null }>('GET', `/knowledge/entries?${query}`)
    },
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  const mine = search.get('mine') === 'true'
  return (
    <>
      <PageTitle text="口径条目">
        {me.data?.can.includes('knowledge.write') && (
          <Link href="/knowledge/new">
            <Button type="primary">写口径</Button>
          </Link>
        )}
      </PageTitle>
      <ProblemNotice error={list.error} />
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Input.Search
          aria-label="按问题或者口径查找"
          placeholder="问题或者口径"
          defaultValue={search.get('words') ?? ''}
          allowClear
          onSearch={(text) => search.set('words', text)}
          style={{ maxWidth: 280 }}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          options={entryStatuses.map((value) => ({ value, label: entryStatusLabels[value] }))}
          value={search.get('status')}
          onChange={(value) => search.set('status', value)}
          style={{ minWidth: 130 }}
        />
        <Select
          aria-label="主题"
          placeholder="全部主题"
          allowClear
          showSearch
          options={(topics.data?.items ?? []).map((value) => ({ value, label: value }))}
          value={search.get('topic')}
          onChange={(value) => search.set('topic', value)}
          style={{ minWidth: 160 }}
        />
        <Button
          type={mine ? 'primary' : 'default'}
          onClick={() => search.set('mine', mine ? undefined : 'true')}
        >
          我负责的
        </Button>
      </Flex>
      <Table<EntryView>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: '没有符合条件的条目' }}
        columns={[
          { title: '主题', dataIndex: 'topic', width: 130 },
          {
            title: '问题',
            render: (_, entry) => <Link href={`/knowledge/${entry.id}`}>{entry.question}</Link>,
          },
          { title: '状态', width: 100, render: (_, entry) => <EntryStatusTag status={entry.status} /> },
          { title: '范围', width: 100, render: (_, entry) => audienceLabels[entry.audience] },
          { title: '关注', dataIndex: 'attention', width: 80 },
          { title: '有效至', dataIndex: 'validUntil', width: 120, render: (on) => on ?? '长期' },
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}
