import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'
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
      <ShortTable<AwaitingCall>
        rowKey="id"
        loading={list.isPending}
        rows={list.data?.items ?? []}
        name="来电提出的申请"
        scroll={{ x: 760 }}
        empty="没有等待登记的申请"
        columns={[
          { title: '来电时间', width: 150, text: (row) => whenText(row.calledAt) },
          { title: '主题', width: 120, text: (row) => row.topic },
          { title: '来电人要的信息（已隐去个人信息）', text: (row) => row.contentMasked },
          { title: '坐席', width: 110, text: (row) => row.agentName },
          {
            title: '操作',
            width: 100,
            render: (row) => (
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
