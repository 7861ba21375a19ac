import { useQuery } from '@tanstack/react-query'
import { Card, Col, Empty, Row, Skeleton, Statistic, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import type { DeskCard } from '#people/contract'
import { poll } from './client.ts'
import { PageTitle } from './page-title.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useMe } from './session.ts'

/** What waits for this person, from every module; each number is a way to the rows. */
export function Desk() {
  const me = useMe()
  const desk = useQuery({
    queryKey: ['desk'],
    queryFn: () => poll<{ cards: DeskCard[] }>('/desk'),
    refetchInterval: 60_000,
  })
  const cards = desk.data?.cards ?? []
  const groups = [...new Set(cards.map(({ group }) => group))]
  return (
    <>
      <PageTitle text={`${me.data?.name ?? ''}，您好`} />
      <ProblemNotice error={desk.error} />
      {desk.isPending && <Skeleton active />}
      {desk.isSuccess && cards.length === 0 && <Empty description="目前没有需要您办理的事项" />}
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <Typography.Title level={2} style={{ fontSize: 17 }}>
            {group}
          </Typography.Title>
          <Row gutter={[16, 16]} style={{ marginBottom: 20 }}>
            {cards
              .filter((card) => card.group === group)
              .map((card) => (
                <Col key={card.key} xs={24} sm={12} xl={8}>
                  <WorkCard card={card} />
                </Col>
              ))}
          </Row>
        </section>
      ))}
    </>
  )
}

function WorkCard({ card }: { card: DeskCard }) {
  const { label, count, unit, href, overdue, nextDue, oldest, note } = card
  const late = (overdue ?? 0) > 0
  return (
    <Link href={href} style={{ display: 'block', height: '100%' }}>
      <Card hoverable size="small" style={{ height: '100%', ...(late ? { borderColor: '#b42318' } : {}) }}>
        <Statistic title={label} value={count} suffix={unit} />
        <div style={{ minHeight: 24, marginTop: 4 }}>
          {late && <Tag color="red">{overdue} 件已超期</Tag>}
          {nextDue && <Tag color="gold">最近到期 {nextDue}</Tag>}
          {oldest && <Tag>最早 {oldest}</Tag>}
          {note && <Typography.Text type="secondary">{note}</Typography.Text>}
        </div>
      </Card>
    </Link>
  )
}
