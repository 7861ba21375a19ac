import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'
import { RequestDialog } from '#hotline/screens'

type Awaiting = { id: number; number: string; openedAt: string; question: string; agentName: string | null }

/** Talks in which somebody asked for information, to be written down. Law: Order 711 art. 29 ¶1. */
export function Requests() {
  const [chosen, setChosen] = useState<Awaiting>()
  const list = useQuery({
    queryKey: ['chat-awaiting'],
    queryFn: () => call<{ items: Awaiting[] }>('GET', '/chat/awaiting'),
  })
  return (
    <>
      <PageTitle text="在线交流提出的申请" />
      <ProblemNotice error={list.error} />
      <ShortTable<Awaiting>
        rowKey="id"
        loading={list.isPending}
        rows={list.data?.items ?? []}
        name="在线交流提出的申请"
        scroll={{ x: 760 }}
        empty="没有等待登记的申请"
        columns={[
          { title: '会话', width: 130, text: (row) => row.number },
          { title: '时间', width: 150, text: (row) => whenText(row.openedAt) },
          { title: '提问（已隐去个人信息）', text: (row) => row.question },
          { title: '坐席', width: 110, text: (row) => row.agentName },
          {
            title: '操作',
            width: 100,
            render: (row) => (
              <Button aria-label={`会话${row.number}：登记申请`} onClick={() => setChosen(row)}>
                登记
              </Button>
            ),
          },
        ]}
      />
      {chosen && (
        <RequestDialog
          source={{ path: `/chat/talks/${chosen.id}`, name: `会话 ${chosen.number} ` }}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  )
}
