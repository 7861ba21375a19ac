import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, whenText } from '#admin'
import { RequestDialog } from './request-dialog.tsx'

export type AwaitingCall = {
  id: number
  calledAt: string
  topic: string
  contentMasked: string
  agentName: string | null
}

/** Calls that asked for information and wait to be written down. Law: Order 711 art. 29 ¶1. */
export function OralRequests() {
  const [chosen, setChosen] = useState<AwaitingCall>()
  const list = useQuery({
    queryKey: ['oral-requests'],
    queryFn: () => call<{ items: AwaitingCall[] }>('GET', '/hotline/oral-requests'),
  })
  return (
    <>
      <PageTitle text="来电提出的申请" />
      <ProblemNotice error={list.error} />
      <Table<AwaitingCall>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: '没有等待登记的申请' }}
        columns={[
          { title: '来电时间', dataIndex: 'calledAt', width: 150, render: whenText },
          { title: '主题', dataIndex: 'topic', width: 120 },
          { title: '来电人要的信息（已隐去个人信息）', dataIndex: 'contentMasked' },
          { title: '坐席', width: 110, render: (_, row) => row.agentName ?? '—' },
          {
            title: '操作',
            width: 100,
            render: (_, row) => (
              <Button aria-label={`第${row.id}号来电：登记申请`} onClick={() => setChosen(row)}>
                登记
              </Button>
            ),
          },
        ]}
      />
      {chosen && (
        <RequestDialog
          source={{ path: `/hotline/calls/${chosen.id}`, name: `第 ${chosen.id} 号来电` }}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}
