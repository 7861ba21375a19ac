import { useQuery } from '@tanstack/react-query'
import { Card, Col, Empty, Flex, Input, Row, Select, Skeleton, Statistic } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { DigestGroups } from './digest-groups.tsx'
import { type DigestView, EntryRows } from './entry-rows.tsx'

type Week = { from: string; until: string; questions: number; unanswered: number }
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What was asked most, what has no entry, what fell out of use: of a week as it was kept, or of any period up to three months. */
export function DigestPage() {
  const [search, setSearch] = useSearchParams()
  const [period, setPeriod] = useState({ from: daysAgo(30), until: daysAgo(0) })
  const week = search.get('week')
  const weeks = useQuery({
    queryKey: ['knowledge-digests'],
    queryFn: () => call<{ items: Week[] }>('GET', '/knowledge/digests'),
  })
  const digest = useQuery({
    queryKey: ['knowledge-digest', week ?? period],
    queryFn: () =>
      call<DigestView>(
        'GET',
        week ? `/knowledge/digests/${week}` : `/knowledge/digest?from=${period.from}&until=${period.until}`,
      ),
  })
  return (
    <>
      <PageTitle text="知识库简报" />
      <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
        <Select
          aria-label="哪一周"
          value={week ?? ''}
          onChange={(from: string) => setSearch(from ? { week: from } : {})}
          options={[
            { value: '', label: '自选时间段' },
            ...(weeks.data?.items ?? []).map((one) => ({
              value: one.from,
              label: `${one.from} 至 ${one.until}：${one.questions}件提问，${one.unanswered}个没有口径`,
            })),
          ]}
          style={{ width: 420, maxWidth: '100%' }}
        />
        {!week && <PeriodFields period={period} onChange={setPeriod} />}
      </Flex>
      <ProblemNotice error={digest.error ?? weeks.error} />
      {digest.isPending ? <Skeleton active /> : digest.data && <Shown digest={digest.data} />}
    </>
  )
}

type Period = { from: string; until: string }
function PeriodFields({ period, onChange }: { period: Period; onChange: (next: Period) => void }) {
  const field = (name: keyof Period, label: string) => (
    <Input
      type="date"
      aria-label={label}
      value={period[name]}
      onChange={(event) => onChange({ ...period, [name]: event.target.value })}
      style={{ width: 160 }}
    />
  )
  return (
    <>
      {field('from', '开始日期')}至{field('until', '结束日期')}
    </>
  )
}

function Shown({ digest }: { digest: DigestView }) {
  const figures: [string, number, string][] = [
    ['收到的提问', digest.questions, '件'],
    ['还没有口径的问题', digest.unanswered.length, '个'],
    ['失效待重审的口径', digest.stale.length, '条'],
  ]
  return (
    <>
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        {figures.map(([title, value, suffix]) => (
          <Col key={title} xs={12} md={8} xl={6}>
            <Card size="small">
              <Statistic title={title} value={value} suffix={suffix} />
            </Card>
          </Col>
        ))}
      </Row>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={12}>
          <DigestGroups title="问得最多" empty="没有重复出现的问题" groups={digest.most} />
          <Card size="small" title="接听台用得最多的口径" style={{ marginTop: 16 }}>
            {digest.used.length === 0 && <Empty description="这段时间没有使用记录" />}
            <EntryRows
              rows={digest.used.map(({ id, question, ...use }) => ({ id, question, note: usesText(use) }))}
            />
          </Card>
        </Col>
        <Col xs={24} lg={12}>
          <DigestGroups title="还没有口径" empty="提问都有口径" groups={digest.unanswered} />
          <Card size="small" title="失效待重审" style={{ marginTop: 16 }}>
            {digest.stale.length === 0 && <Empty description="没有失效的口径" />}
            <EntryRows
              rows={digest.stale.map(({ because, owner, ...entry }) => ({
                ...entry,
                note: owner,
                detail: because,
              }))}
            />
          </Card>
        </Col>
      </Row>
    </>
  )
}

type Uses = { times: number; calls: number; talks: number; letters: number }
/** How often, and where, when it was not by telephone alone. */
const usesText = ({ times, calls, talks, letters }: Uses) =>
  talks || letters ? `${times}次：电话${calls}，在线${talks}，来信${letters}` : `${times}次`
