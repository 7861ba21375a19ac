import { useQuery } from '@tanstack/react-query'
import { Flex, Input, Progress, Table, Typography } from 'antd'
import { Link, useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'

type Row = {
  departmentId: number | null
  department: string
  received: number
  ended: number
  replied: number
  open: number
  overdue: number
  ratePercent: number | null
  inTimePercent: number | null
  meanWorkingDays: number | null
  medianWorkingDays: number | null
  meanRating: number | null
}

const year = new Date().getFullYear()

const listOf = ({ departmentId }: Row, period: { from: string; to: string }) => {
  const narrowed: Record<string, string> = departmentId
    ? { department: String(departmentId) }
    : { undispatched: 'true' }
  return `/letters?${new URLSearchParams({ ...period, ...narrowed })}`
}

/** Response rate and time of each department, for letters received in a period. */
export function Board() {
  const [search, setSearch] = useSearchParams()
  const period = { from: search.get('from') ?? `${year}-01-01`, to: search.get('to') ?? `${year}-12-31` }
  const board = useQuery({
    queryKey: ['letters', 'board', period.from, period.to],
    queryFn: () => call<{ items: Row[] }>('GET', `/letters/board?${new URLSearchParams(period)}`),
  })
  const change = (name: 'from' | 'to') => (event: { target: { value: string } }) => {
    if (event.target.value) setSearch({ ...period, [name]: event.target.value })
  }
  const percent = (label: string, value: number | null) =>
    value === null ? (
      '—'
    ) : (
      <Progress
        aria-label={label}
        percent={value}
        size="small"
        status="normal"
        format={(shown) => `${shown}%`}
      />
    )
  const number = (value: number | null) => value ?? '—'
  return (
    <>
      <PageTitle text="来信看板" />
      <ProblemNotice error={board.error} />
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <span>收到日期</span>
        <Input
          type="date"
          aria-label="从"
          value={period.from}
          onChange={change('from')}
          style={{ width: 160 }}
        />
        <span>至</span>
        <Input type="date" aria-label="至" value={period.to} onChange={change('to')} style={{ width: 160 }} />
      </Flex>
      <Table<Row>
        rowKey={(row) => row.departmentId ?? 0}
        loading={board.isPending}
        dataSource={board.data?.items ?? []}
        pagination={false}
        scroll={{ x: 1000 }}
        locale={{ emptyText: '这段时间没有收到来信' }}
        columns={[
          {
            title: '主办处室',
            width: 160,
            render: (_, row) => <Link href={listOf(row, period)}>{row.department}</Link>,
          },
          { title: '收到', dataIndex: 'received', width: 80 },
          { title: '不需答复', dataIndex: 'ended', width: 90 },
          { title: '已答复', dataIndex: 'replied', width: 80 },
          { title: '办理中', dataIndex: 'open', width: 80 },
          {
            title: '超期',
            width: 70,
            render: (_, row) =>
              row.overdue > 0 ? <Typography.Text type="danger">{row.overdue}</Typography.Text> : 0,
          },
          { title: '答复率', width: 150, render: (_, row) => percent('答复率', row.ratePercent) },
          { title: '按时率', width: 150, render: (_, row) => percent('按时率', row.inTimePercent) },
          { title: '平均用时', width: 90, render: (_, row) => number(row.meanWorkingDays) },
          { title: '中位数', width: 80, render: (_, row) => number(row.medianWorkingDays) },
          { title: '平均评价', width: 90, render: (_, row) => number(row.meanRating) },
        ]}
      />
      <Typography.Paragraph type="secondary" style={{ marginTop: 12 }}>
        用时按工作日计算，从收到来信到首次答复。答复率=已答复÷（收到−不需答复）；不需答复包括撤回、不予受理和转送的来信。按时率只计有期限记录的来信。
      </Typography.Paragraph>
    </>
  )
}
