import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { SiteErrorKind, SiteErrorStatus } from '#site-errors/contract'
import { siteErrorKindLabels, siteErrorStatusLabels } from '../labels.ts'
import { SiteErrorDialog } from './site-error-dialog.tsx'

export type SiteErrorRow = {
  id: number
  page: string
  kind: SiteErrorKind
  words_public: string
  status: SiteErrorStatus
  received_on: string
  forward_due_on: string | null
  answer_due_on: string | null
  department: string | null
  answered_on: string | null
  answer: string
  overdue: boolean
  abilities: { handle: boolean }
}
export type SiteErrorList = { items: SiteErrorRow[]; departments: { id: number; name: string }[] }

/** What readers found wrong: open ones first, with their last days. */
export function SiteErrors() {
  const [chosen, setChosen] = useState<SiteErrorRow>()
  const list = useQuery({
    queryKey: ['site-errors'],
    queryFn: () => call<SiteErrorList>('GET', '/site-errors'),
  })
  return (
    <>
      <PageTitle text="网站找错" />
      <ProblemNotice error={list.error} />
      <Table<SiteErrorRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        scroll={{ x: 1120 }}
        locale={{ emptyText: '还没有读者找错。' }}
        columns={[
          { title: '收到', dataIndex: 'received_on', width: 120 },
          {
            title: '类型',
            dataIndex: 'kind',
            width: 150,
            render: (kind: SiteErrorKind) => siteErrorKindLabels[kind],
          },
          { title: '内容', dataIndex: 'words_public', ellipsis: true },
          {
            title: '状态',
            width: 160,
            render: (_, row) => (
              <>
                {siteErrorStatusLabels[row.status]} {row.department}
                {row.overdue && <Tag color="error">已超期</Tag>}
              </>
            ),
          },
          { title: '转办期限', dataIndex: 'forward_due_on', width: 120 },
          { title: '答复期限', dataIndex: 'answer_due_on', width: 120 },
          {
            title: '操作',
            width: 90,
            render: (_, row) => (
              <Button type="link" onClick={() => setChosen(row)}>
                {row.abilities.handle ? '办理' : '查看'}
              </Button>
            ),
          },
        ]}
      />
      {chosen && (
        <SiteErrorDialog
          row={chosen}
          departments={list.data?.departments ?? []}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}
