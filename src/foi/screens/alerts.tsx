import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Flex, Skeleton, Tag } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { AlertLevel, DeadlineKind } from '../alerts/deadlines.ts'
import { alertKindLabels, alertLevelLabels } from '../labels.ts'

type Alert = {
  id: number
  requestId: number
  number: string
  kind: DeadlineKind
  level: AlertLevel
  dueOn: string
  raisedOn: string
}

/** What the dates of my cases have to say; seen ones go. */
export function Alerts() {
  const queries = useQueryClient()
  const alerts = useQuery({
    queryKey: ['foi-alerts'],
    queryFn: () => call<{ items: Alert[] }>('GET', '/foi/alerts'),
  })
  const seen = useMutation({
    mutationFn: (ids: number[]) => call('POST', '/foi/alerts/seen', { ids }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const items = alerts.data?.items ?? []
  return (
    <>
      <PageTitle text="期限提醒">
        {items.length > 0 && (
          <Button loading={seen.isPending} onClick={() => seen.mutate(items.map(({ id }) => id))}>
            全部已阅
          </Button>
        )}
      </PageTitle>
      <ProblemNotice error={alerts.error ?? seen.error} />
      {alerts.isPending && <Skeleton active />}
      {alerts.data && items.length === 0 && <Empty description="没有新的期限提醒" />}
      {items.map((alert) => (
        <Flex
          key={alert.id}
          gap={12}
          wrap
          align="center"
          style={{ paddingBlock: 10, borderBottom: '1px dashed #e1e4e8' }}
        >
          <Link href={`/requests/${alert.requestId}`}>申请 {alert.number}</Link>
          <span>
            {alertKindLabels[alert.kind]} {alert.dueOn}
          </span>
          <Tag color={alert.level === 'overdue' ? 'red' : 'gold'} style={{ color: '#1f2328' }}>
            {alertLevelLabels[alert.level]}
          </Tag>
          <Button size="small" onClick={() => seen.mutate([alert.id])}>
            已阅
          </Button>
        </Flex>
      ))}
    </>
  )
}
