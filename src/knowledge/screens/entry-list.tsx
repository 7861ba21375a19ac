import { Button } from 'antd'
import { Link } from 'wouter'
import { DataTable, PageTitle, type TableFilter, useMe, useTableSearch } from '#admin'
import { entryStatuses } from '#knowledge/contract'
import { audienceLabels, entryStatusLabels } from '../labels.ts'
import type { EntryView } from './entry-view.ts'
import { EntryStatusTag } from './status-tag.tsx'
import { TopicBar } from './topic-bar.tsx'

/** Reference answers by topic, the most asked for first. */
export function EntryList() {
  const me = useMe()
  const search = useTableSearch()
  return (
    <>
      <PageTitle text="口径条目">
        {me.data?.can.includes('knowledge.write') && (
          <Link href="/knowledge/new">
            <Button type="primary">写口径</Button>
          </Link>
        )}
      </PageTitle>
      <TopicBar chosen={search.get('topic')} onChoose={(topic) => search.set('topic', topic)} />
      <DataTable<EntryView>
        path="/knowledge/entries"
        exportPath="/knowledge/entries/export"
        rowKey="id"
        filters={filters}
        empty="没有符合条件的条目"
        scroll={{ x: 960 }}
        columns={[
          { title: '主题', dataIndex: 'topic', width: 120 },
          {
            title: '问题',
            render: (_, entry) => <Link href={`/knowledge/${entry.id}`}>{entry.question}</Link>,
          },
          { title: '状态', width: 100, render: (_, entry) => <EntryStatusTag status={entry.status} /> },
          { title: '范围', width: 100, render: (_, entry) => audienceLabels[entry.audience] },
          { title: '关注', dataIndex: 'attention', width: 80, align: 'right' },
          {
            title: '负责人',
            width: 190,
            render: (_, { owner, ownerActive }) => `${owner}${ownerActive ? '' : '（已离岗）'}`,
          },
          { title: '有效至', dataIndex: 'validUntil', width: 120, render: (on) => on ?? '长期' },
        ]}
      />
    </>
  )
}

const filters: readonly TableFilter[] = [
  { kind: 'text', name: 'words', label: '问题或者口径' },
  {
    kind: 'choice',
    name: 'status',
    label: '状态',
    options: entryStatuses.map((value) => ({ value, label: entryStatusLabels[value] })),
  },
  { kind: 'choice', name: 'mine', label: '负责人', options: [{ value: 'true', label: '我负责的' }] },
  {
    kind: 'choice',
    name: 'orphaned',
    label: '负责人在岗',
    options: [{ value: 'true', label: '负责人已离岗' }],
  },
  {
    kind: 'choice',
    name: 'sort',
    label: '排序',
    options: [
      { value: '-attention', label: '关注多的在前' },
      { value: '-newest', label: '新写的在前' },
    ],
  },
]
