import { useQuery } from '@tanstack/react-query'
import { Card, Col, Flex, Grid, Row, Skeleton, Statistic, Table } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { Outcome } from '#foi/contract'
import { outcomeLabels } from '../labels.ts'
import type { Urgency } from '../urgency.ts'
import type { AwaitedApplicant } from './request-view.ts'
import { NextDate, UrgencyTag } from './urgency-tag.tsx'

type Lights = Record<Urgency, number>
type Load = { id: number | null; name: string; open: number; lights: Lights }
type Pressing = {
  id: number
  number: string
  descriptionMasked: string
  handlerName: string | null
  dueOn: string | null
  provisional: boolean
  confirmBy: string | null
  applicantBy: AwaitedApplicant | null
  urgency: Urgency
}
type Board = {
  open: number
  unconfirmed: number
  lights: Lights
  byHandler: Load[]
  byDepartment: Load[]
  ages: { upTo: number | null; count: number }[]
  pressing: Pressing[]
}
type Year = {
  year: number
  received: number
  answered: number
  inTime: number
  extended: number
  averageWorkingDays: number | null
  outcomes: Partial<Record<Outcome, number>>
}
const shownLights: readonly Urgency[] = ['overdue', 'days1', 'days3', 'days5', 'half', 'calm', 'waiting']

/** The supervisor's board: lights, who carries how much, how old, and what presses. */
export function Board() {
  const board = useQuery({ queryKey: ['foi-board'], queryFn: () => call<Board>('GET', '/foi/board') })
  const year = useQuery({ queryKey: ['foi-year'], queryFn: () => call<Year>('GET', '/foi/year') })
  return (
    <>
      <PageTitle text="督办看板" />
      <ProblemNotice error={board.error ?? year.error} />
      {board.isPending && <Skeleton active />}
      {board.data && <Shown board={board.data} />}
      {year.data && <YearCard year={year.data} />}
    </>
  )
}

function Shown({ board }: { board: Board }) {
  const wide = Grid.useBreakpoint().md ?? true
  return (
    <>
      <Card title={`未办结 ${board.open} 件`} style={{ marginBottom: 16 }}>
        {board.unconfirmed > 0 && (
          <p style={{ marginTop: 0 }}>
            其中<Link href="/requests?status=submitted">待确认收到 {board.unconfirmed} 件</Link>
          </p>
        )}
        <Flex gap={24} wrap>
          {shownLights.map((urgency) => (
            <div key={urgency}>
              <div style={{ fontSize: 26, fontWeight: 600 }}>{board.lights[urgency]}</div>
              <UrgencyTag urgency={urgency} />
            </div>
          ))}
        </Flex>
      </Card>
      <Card title="最紧的申请" style={{ marginBottom: 16 }}>
        <Table<Pressing>
          rowKey="id"
          size="small"
          pagination={false}
          scroll={wide ? { x: 700 } : {}}
          dataSource={board.pressing}
          locale={{ emptyText: '没有临近期限的申请' }}
          columns={[
            {
              title: '编号',
              width: 120,
              responsive: ['md'],
              render: (_, row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
            },
            {
              title: '所需信息',
              ellipsis: wide,
              render: (_, row) => (
                <>
                  {!wide && (
                    <div>
                      <Link href={`/requests/${row.id}`}>{row.number}</Link>
                    </div>
                  )}
                  {row.descriptionMasked}
                </>
              ),
            },
            {
              title: '承办人',
              width: 150,
              responsive: ['md'],
              render: (_, row) => row.handlerName ?? '待接收',
            },
            { title: '期限', width: wide ? 230 : 128, render: (_, row) => <NextDate row={row} /> },
          ]}
        />
      </Card>
      <Row gutter={[16, 16]} style={{ marginBottom: 16 }}>
        <Col xs={24} lg={12}>
          <Loads title="承办人" rows={board.byHandler} />
        </Col>
        <Col xs={24} lg={12}>
          <Loads title="处室" rows={board.byDepartment} />
        </Col>
      </Row>
      <Card title="收到以来的天数" style={{ marginBottom: 16 }}>
        <Flex gap={32} wrap>
          {board.ages.map(({ upTo, count }) => (
            <Statistic
              key={upTo ?? 'more'}
              title={upTo === null ? '更久' : `${upTo}天以内`}
              value={count}
              suffix="件"
            />
          ))}
        </Flex>
      </Card>
    </>
  )
}

function Loads({ title, rows }: { title: string; rows: Load[] }) {
  return (
    <Card title={`按${title}`}>
      <Table<Load>
        rowKey={(row) => String(row.id)}
        size="small"
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: '没有未办结的申请' }}
        columns={[
          { title, dataIndex: 'name' },
          { title: '未办结', dataIndex: 'open', width: 70 },
          { title: '已超期', width: 70, render: (_, row) => row.lights.overdue },
          {
            title: '5日内',
            width: 80,
            responsive: ['sm'],
            render: (_, row) => row.lights.days1 + row.lights.days3 + row.lights.days5,
          },
        ]}
      />
    </Card>
  )
}

function YearCard({ year }: { year: Year }) {
  const outcomes = Object.entries(year.outcomes).sort(([, one], [, other]) => other - one)
  return (
    <Card title={`${year.year}年`}>
      <Flex gap={32} wrap style={{ marginBottom: 16 }}>
        <Statistic title="收到" value={year.received} suffix="件" />
        <Statistic title="办结" value={year.answered} suffix="件" />
        <Statistic title="在期限内" value={year.inTime} suffix="件" />
        <Statistic title="延长过期限" value={year.extended} suffix="件" />
        <Statistic title="平均用时" value={year.averageWorkingDays ?? '—'} suffix="个工作日" />
      </Flex>
      {outcomes.map(([outcome, count]) => (
        <div key={outcome}>
          {outcomeLabels[outcome as Outcome]}：{count}件
        </div>
      ))}
    </Card>
  )
}
