import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Skeleton, Typography } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'

type AskedAgain = {
  words: string
  applicants: number
  unnamed: number
  requests: { id: number; number: string; answered: boolean }[]
}

/** What several people asked for. Law: Order 711 art. 44. */
export function AskedAgainList() {
  const list = useQuery({
    queryKey: ['foi-asked-again'],
    queryFn: () => call<{ items: AskedAgain[] }>('GET', '/foi/asked-again'),
  })
  return (
    <>
      <PageTitle text="多人申请" />
      <Typography.Paragraph type="secondary">
        多个申请人就相同信息提出申请，并且该信息属于可以公开的，可以纳入主动公开的范围（第四十四条）。在已答复的申请里可以一步转为主动公开。
      </Typography.Paragraph>
      <ProblemNotice error={list.error} />
      {list.isPending && <Skeleton active />}
      {list.data?.items.length === 0 && <Empty description="两年内没有多人申请相同的信息" />}
      {list.data?.items.map((item) => (
        <Card
          key={item.requests[0]?.id}
          size="small"
          style={{ marginBottom: 12 }}
          title={`${item.applicants}个申请人`}
        >
          <Typography.Paragraph>{item.words}</Typography.Paragraph>
          {item.unnamed > 0 && (
            <Typography.Paragraph type="secondary">
              另有{item.unnamed}件没有申请人的身份和联系方式，可能是同一人的，不计入人数。
            </Typography.Paragraph>
          )}
          {item.requests.map(({ id, number, answered }) => (
            <Link key={id} href={`/requests/${id}`} style={{ marginRight: 12 }}>
              {number}
              {answered ? '（已答复）' : ''}
            </Link>
          ))}
        </Card>
      ))}
    </>
  )
}
