import { useQuery } from '@tanstack/react-query'
import { Card, Col, Empty, Flex, Row, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import { callKindLabels } from '../labels.ts'
import type { Period } from './call-view.ts'

type Counted = { name: string; count: number }
type Analysis = Record<'kinds' | 'topics' | 'hours' | 'agents', Counted[]> & {
  total: number
  growing: (Counted & { before: number })[]
  fromReference: number
}
const shownRows = 5

/** What a period was asked about, when, and who answered. */
export function CallAnalysis({ period: { from, until } }: { period: Period }) {
  const analysis = useQuery({
    queryKey: ['hotline-analysis', from, until],
    queryFn: () => call<Analysis>('GET', `/hotline/analysis?from=${from}&until=${until}`),
  })
  if (!analysis.data) return <ProblemNotice error={analysis.error} />
  const { total, kinds, topics, hours, agents, growing, fromReference } = analysis.data
  const busiest = [...hours].sort((a, b) => b.count - a.count)
  const cards: Record<string, [string, string | number][]> = {
    类型: kinds.map(({ name, count }) => [callKindLabels[name as keyof typeof callKindLabels], count]),
    最多的主题: topics.map(({ name, count }) => [name || '未填写', count]),
    比上一时段增多: growing.map(({ name, count, before }) => [name, `${before} → ${count}`]),
    最忙的钟点: busiest.map(({ name, count }) => [`${name}点`, count]),
    坐席: agents.map(({ name, count }) => [name || '从文件导入', count]),
  }
  return (
    <>
      <Typography.Paragraph>
        共 {total} 个来电，其中 {fromReference} 个采用了参考答复。
      </Typography.Paragraph>
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        {Object.entries(cards).map(([title, rows]) => (
          <Col key={title} xs={24} sm={12} xl={8}>
            <Card size="small" title={title} style={{ height: '100%' }}>
              {rows.length === 0 && (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有" style={{ margin: 0 }} />
              )}
              {rows.slice(0, shownRows).map(([name, count]) => (
                <Flex key={name} justify="space-between" gap={12}>
                  <span>{name}</span>
                  <span style={{ whiteSpace: 'nowrap' }}>{count}</span>
                </Flex>
              ))}
            </Card>
          </Col>
        ))}
      </Row>
    </>
  )
}
