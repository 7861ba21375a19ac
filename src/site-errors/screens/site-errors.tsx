import { useQuery } from '@tanstack/react-query'
import { Button, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable } from '#admin'
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
      <ShortTable<SiteErrorRow>
        rowKey="id"
        name="网站找错"
        loading={list.isPending}
        rows={list.data?.items ?? []}
        empty="还没有读者找错。"
        columns={[
          { title: '收到', width: 120, text: (row) => row.received_on },
          { title: '类型', width: 150, text: (row) => siteErrorKindLabels[row.kind] },
          {
            title: '内容',
            text: (row) => row.words_public,
            render: (row) => <Words text={row.words_public} />,
          },
          {
            title: '状态',
            width: 160,
            text: (row) => `${siteErrorStatusLabels[row.status]} ${row.department ?? ''}`.trim(),
            render: (row) => (
              <>
                {siteErrorStatusLabels[row.status]} {row.department}
                {row.overdue && <Tag color="error">已超期</Tag>}
              </>
            ),
          },
          { title: '转办期限', width: 120, text: (row) => row.forward_due_on },
          { title: '答复期限', width: 120, text: (row) => row.answer_due_on },
          {
            title: '操作',
            width: 90,
            render: (row) => (
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

const Words = ({ text }: { text: string }) => (
  <Typography.Text ellipsis={{ tooltip: text }} style={{ maxWidth: 420 }}>
    {text}
  </Typography.Text>
)
