import { useQuery } from '@tanstack/react-query'
import { Card, Col, Empty, Flex, Input, Row, Skeleton, Statistic } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'

type Group = { title: string; count: number; entries: { corpus: string; entry: string }[] }
type Digest = {
  from: string
  until: string
  questions: number
  most: Group[]
  unanswered: Group[]
  used: { id: number; question: string; calls: number }[]
  stale: number
}
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What was asked most, what has no entry, what is stale; for any period up to three months. */
export function DigestPage() {
  const [period, setPeriod] = useState({ from: daysAgo(30), until: daysAgo(0) })
  const digest = useQuery({
    queryKey: ['knowledge-digest', period],
    queryFn: () => call<Digest>('GET', `/knowledge/digest?from=${period.from}&until=${period.until}`),
  })
  return (
    <>
      <PageTitle text="知识库简报" />
      <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
        <Input
          type="date"
          aria-label="开始日期"
          value={period.from}
          onChange={(event) => setPeriod({ ...period, from: event.target.value })}
          style={{ width: 160 }}
        />
        至
        <Input
          type="date"
          aria-label="结束日期"
          value={period.until}
          onChange={(event) => setPeriod({ ...period, until: event.target.value })}
          style={{ width: 160 }}
        />
      </Flex>
      <ProblemNotice error={digest.error} />
      {digest.isPending ? <Skeleton active /> : digest.data && <Shown digest={digest.data} />}
    </>
  )
}

function Shown({ digest }: { digest: Digest }) {
  return (
    <>
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        <Col xs={12} md={6}>
          <Card>
            <Statistic title="收到的提问" value={digest.questions} suffix="件" />
          </Card>
        </Col>
        <Col xs={12} md={6}>
          <Card>
            <Link href="/knowledge?status=suspended">
              <Statistic title="失效待重审的口径" value={digest.stale} suffix="条" />
            </Link>
          </Card>
        </Col>
      </Row>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <Groups title="问得最多" groups={digest.most} />
        </Col>
        <Col xs={24} lg={12}>
          <Groups title="还没有口径" groups={digest.unanswered} />
        </Col>
        <Col xs={24} lg={12}>
          <Card title="接听台用得最多的口径">
            {digest.used.length === 0 && <Empty description="这段时间没有使用记录" />}
            {digest.used.map((entry) => (
              <Flex key={entry.id} justify="space-between" gap={12}>
                <Link href={`/knowledge/${entry.id}`}>{entry.question}</Link>
                <span>{entry.calls}次</span>
              </Flex>
            ))}
          </Card>
        </Col>
      </Row>
    </>
  )
}

function Groups({ title, groups }: { title: string; groups: Group[] }) {
  return (
    <Card title={title}>
      {groups.length === 0 && <Empty description="没有重复出现的问题" />}
      {groups.map((group) => {
        const first = group.entries[0]
        return (
          <Flex
            key={`${first?.corpus} ${first?.entry}`}
            justify="space-between"
            gap={12}
            style={{ padding: '4px 0' }}
          >
            <span>{group.title}</span>
            <span style={{ whiteSpace: 'nowrap' }}>
              {group.count}次{' '}
              {first && (
                <Link href={`/knowledge/new?corpus=${first.corpus}&entry=${first.entry}`}>写口径</Link>
              )}
            </span>
          </Flex>
        )
      })}
    </Card>
  )
}
