import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, ShortTable, useMe } from '#admin'
import { remedyKindLabels, remedyResultLabels } from '../labels.ts'
import { RemedyDialog } from './remedy-dialog.tsx'
import type { RemedyView } from './request-view.ts'

type Listed = RemedyView & { requestId: number | null; number: string | null }

/** Every complaint, reconsideration and lawsuit, the undecided first; one that belongs to no case is entered here. Law: Order 711 art. 51. */
export function RemediesList() {
  const me = useMe()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'new' | Listed>()
  const list = useQuery({
    queryKey: ['remedies'],
    queryFn: () => call<{ items: Listed[] }>('GET', '/foi/remedies'),
  })
  const may = me.data?.can.includes('foi.handle') ?? false
  return (
    <>
      <PageTitle text="投诉、复议和诉讼">
        {may && (
          <Button type="primary" onClick={() => setOpen('new')}>
            登记
          </Button>
        )}
      </PageTitle>
      <ProblemNotice error={list.error} />
      <ShortTable<Listed>
        rowKey="id"
        name="投诉复议诉讼"
        empty="没有投诉、复议或者诉讼"
        loading={list.isPending}
        rows={list.data?.items ?? []}
        columns={[
          {
            title: '结果',
            width: 130,
            text: ({ result }) => (result ? remedyResultLabels[result] : '尚未审结'),
            render: ({ result }) => (result ? remedyResultLabels[result] : <Tag color="gold">尚未审结</Tag>),
          },
          { title: '种类', width: 230, text: ({ kind }) => remedyKindLabels[kind] },
          { title: '提起', width: 120, text: (row) => row.filed_on },
          { title: '审结', width: 120, text: (row) => row.decided_on },
          {
            title: '申请',
            width: 130,
            text: ({ number }) => number,
            render: ({ requestId, number }) =>
              requestId === null ? '不针对某件申请' : <Link href={`/requests/${requestId}`}>{number}</Link>,
          },
          { title: '说明', text: ({ note }) => note },
          {
            title: '操作',
            width: 110,
            render: (row) =>
              may &&
              !row.result && (
                <Button size="small" onClick={() => setOpen(row)}>
                  登记结果
                </Button>
              ),
          },
        ]}
      />
      {open && (
        <RemedyDialog
          requestId={null}
          of={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            void queries.invalidateQueries()
          }}
        />
      )}
    </>
  )
}
