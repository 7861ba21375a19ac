import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { Link } from 'wouter'
import { call, DataTable, PageTitle, type TableFilter, useMe, whenText } from '#admin'
import { articleStatuses, documentKinds } from '#publishing/contract'
import { documentKindLabels, statusLabels } from '../labels.ts'
import type { ArticleRow } from './article-view.ts'
import { optionsOf } from './form-pieces.ts'
import { StatusTag } from './status-tag.tsx'
import { useSections } from './use-sections.ts'

/** All items, filtered and sorted by the address, so that a link names a list. */
export function ArticleList() {
  const me = useMe()
  return (
    <>
      <PageTitle text="稿件">
        {me.data?.can.includes('publishing.write') && (
          <Link href="/articles/new">
            <Button type="primary">写新稿</Button>
          </Link>
        )}
      </PageTitle>
      <DataTable<ArticleRow>
        rowKey="id"
        size="small"
        path="/articles"
        filters={useFilters()}
        exportPath="/articles/export"
        empty="没有符合条件的稿件"
        columns={columns}
      />
    </>
  )
}

function useFilters(): TableFilter[] {
  const sections = useSections().data ?? []
  const steps = useQuery({
    queryKey: ['review-steps'],
    queryFn: async () =>
      (await call<{ items: { key: string; name: string }[] }>('GET', '/review-steps')).items,
    staleTime: 60_000,
  }).data
  return [
    { kind: 'text', name: 'title', label: '按标题查找' },
    { kind: 'choice', name: 'status', label: '状态', options: optionsOf(articleStatuses, statusLabels) },
    {
      kind: 'choice',
      name: 'step',
      label: '等待的步骤',
      options: (steps ?? []).map(({ key, name }) => ({ value: key, label: name })),
    },
    {
      kind: 'choice',
      name: 'sectionId',
      label: '栏目',
      options: sections.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: '信息类型',
      options: optionsOf(documentKinds, documentKindLabels),
    },
    { kind: 'day', name: 'from', label: '更新不早于' },
    { kind: 'day', name: 'to', label: '更新不晚于' },
    { kind: 'tick', name: 'mine', label: '我写的' },
    { kind: 'tick', name: 'returned', label: '被退回', quiet: true },
    { kind: 'tick', name: 'corrected', label: '有未公开的更正', quiet: true },
    { kind: 'tick', name: 'others', label: '可由我审核', quiet: true },
    { kind: 'tick', name: 'emergency', label: '紧急发布待复核', quiet: true },
  ]
}

const columns = [
  {
    title: '标题',
    render: (_: unknown, row: ArticleRow) => (
      <Link href={`/articles/${row.id}`} className="list-title">
        {row.title}
      </Link>
    ),
  },
  { title: '栏目', dataIndex: 'section' },
  {
    title: '类型',
    dataIndex: 'document_kind',
    render: (kind: ArticleRow['document_kind']) => documentKindLabels[kind],
  },
  {
    title: '状态',
    render: (_: unknown, row: ArticleRow) => (
      <>
        <StatusTag status={row.status} />
        {row.emergency_by !== null && row.emergency_confirmed_by === null && <Tag color="red">紧急</Tag>}
      </>
    ),
  },
  { title: '作者', dataIndex: 'author' },
  {
    title: '提交时间',
    key: 'submitted',
    sorter: true,
    render: (_: unknown, { submitted_at }: ArticleRow) => (submitted_at ? whenText(submitted_at) : '—'),
  },
  {
    title: '更新时间',
    key: 'updated',
    sorter: true,
    render: (_: unknown, { updated_at }: ArticleRow) => whenText(updated_at),
  },
]
