import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, DataTable, PageTitle, ProblemNotice, whenText } from '#admin'
import { actionLabel, actorKindLabels, subjectChoices, subjectLabel } from '../labels.ts'
import { ChainState } from './chain-state.tsx'
import { EntryDetail } from './entry-detail.tsx'
import type { EntryView, StateView } from './entry-view.ts'

/** Who did what and when. Law: GB/T 22239-2019 8.1.4.3. */
export function AuditLog() {
  const [open, setOpen] = useState<EntryView>()
  const state = useQuery({ queryKey: ['audit-state'], queryFn: () => call<StateView>('GET', '/audit/state') })
  const actions = state.data?.actions.map((value) => ({ value, label: actionLabel(value) })) ?? []
  return (
    <>
      <PageTitle text="审计日志" />
      <ProblemNotice error={state.error} />
      <ChainState check={state.data?.check} />
      <DataTable<EntryView>
        rowKey="id"
        path="/audit/entries"
        exportPath="/audit/entries/export"
        empty="没有符合条件的记录"
        filters={[
          { kind: 'text', name: 'actor', label: '操作人姓名' },
          { kind: 'choice', name: 'action', label: '操作', options: actions },
          { kind: 'choice', name: 'subjectKind', label: '对象类型', options: subjectChoices },
          { kind: 'text', name: 'subjectId', label: '对象编号' },
          { kind: 'day', name: 'from', label: '起始日期' },
          { kind: 'day', name: 'to', label: '截止日期' },
        ]}
        columns={[
          { title: '序号', key: 'id', dataIndex: 'id', width: 90, sorter: true },
          { title: '时间', width: 170, render: (_, row) => whenText(row.at) },
          {
            title: '操作人',
            width: 150,
            render: (_, row) =>
              row.actorKind === 'staff'
                ? row.actorName
                : `${row.actorName}（${actorKindLabels[row.actorKind]}）`,
          },
          { title: '操作', width: 210, render: (_, row) => actionLabel(row.action) },
          {
            title: '对象',
            width: 170,
            render: (_, row) => `${subjectLabel(row.subjectKind)} ${row.subjectId}`,
          },
          {
            title: '详情',
            width: 80,
            render: (_, row) => (
              <Button type="link" aria-label={`第${row.id}条的详情`} onClick={() => setOpen(row)}>
                查看
              </Button>
            ),
          },
        ]}
      />
      <EntryDetail entry={open} onClose={() => setOpen(undefined)} />
    </>
  )
}
