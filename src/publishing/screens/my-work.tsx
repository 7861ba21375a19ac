import { useQuery } from '@tanstack/react-query'
import { Card, Col, Empty, Row, Skeleton, Statistic } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, useMe } from '#admin'

const tiles = [
  {
    key: 'step:first_review',
    text: '待初审',
    href: '/articles?step=first_review',
    action: 'publishing.review',
  },
  {
    key: 'step:secrecy_review',
    text: '待保密审查',
    href: '/articles?step=secrecy_review',
    action: 'publishing.review_secrecy',
  },
  {
    key: 'step:final_review',
    text: '待签发',
    href: '/articles?step=final_review',
    action: 'publishing.publish',
  },
  { key: 'approved', text: '待发布', href: '/articles?status=approved', action: 'publishing.publish' },
  { key: 'scheduled', text: '定时发布', href: '/articles?status=scheduled', action: 'publishing.publish' },
  { key: 'emergency', text: '紧急发布待复核', href: '/articles?emergency=true', action: 'publishing.review' },
  { key: 'draft', text: '我的草稿', href: '/articles?status=draft&mine=true', action: 'publishing.write' },
  { key: 'foi_open', text: '未办结的公开申请', href: '/requests?open=true', action: 'foi.read' },
  { key: 'foi_alerts', text: '公开申请期限提醒', href: '/requests/alerts', action: 'foi.read' },
  {
    key: 'foi_in_approval',
    text: '公开申请答复待审批',
    href: '/requests?status=in_approval',
    action: 'foi.approve',
  },
  {
    key: 'letters_received',
    text: '待受理的来信',
    href: '/letters?status=received',
    action: 'letters.handle',
  },
  { key: 'letters_mine', text: '转给我处室的来信', href: '/letters?mine=true', action: 'letters.handle' },
  {
    key: 'letters_in_approval',
    text: '来信答复待审批',
    href: '/letters?status=in_approval',
    action: 'letters.approve',
  },
  { key: 'letters_overdue', text: '超期的来信和回访', href: '/letters?late=overdue', action: 'letters.read' },
  { key: 'letters_follow_up', text: '待回访的来信', href: '/letters?follow_up=true', action: 'letters.read' },
  {
    key: 'policies_without_interpretation',
    text: '政策文件缺少解读',
    href: '/policies-without-interpretation',
    action: 'publishing.write',
  },
  {
    key: 'sections_overdue',
    text: '栏目超期未更新',
    href: '/sections?overdue=true',
    action: 'publishing.manage_sections',
  },
] as const

/** What waits for this person, each number a way to the rows. */
export function MyWork() {
  const me = useMe()
  const work = useQuery({
    queryKey: ['work'],
    queryFn: async () => {
      const can = me.data?.can ?? []
      const counts = [
        '/work',
        ...(can.includes('foi.read') ? ['/foi/work'] : []),
        ...(can.includes('letters.read') ? ['/letters/work'] : []),
      ]
      const answers = await Promise.all(counts.map((path) => call<Record<string, number>>('GET', path)))
      return Object.assign({}, ...answers) as Record<string, number>
    },
    enabled: me.isSuccess,
    refetchInterval: 60_000,
  })
  const mine = tiles.filter((tile) => me.data?.can.includes(tile.action))
  return (
    <>
      <PageTitle text={`${me.data?.name ?? ''}，您好`} />
      <ProblemNotice error={work.error} />
      {work.isPending ? (
        <Skeleton active />
      ) : mine.length === 0 ? (
        <Empty description="目前没有需要您办理的事项" />
      ) : (
        <Row gutter={[16, 16]}>
          {mine.map((tile) => (
            <Col key={tile.key} xs={12} md={8} xl={6}>
              <Link href={tile.href}>
                <Card hoverable>
                  <Statistic title={tile.text} value={work.data?.[tile.key] ?? 0} suffix="件" />
                </Card>
              </Link>
            </Col>
          ))}
        </Row>
      )}
    </>
  )
}
