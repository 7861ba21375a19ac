import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Flex, InputNumber, Tabs, Tag, Typography } from 'antd'
import dayjs from 'dayjs'
import { useSearchParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { ReportStatus, ReportView } from '#annual-report/contract'
import { FindingList } from './finding-list.tsx'
import { ItemForm } from './item-form.tsx'
import { ReportMoves } from './report-moves.tsx'
import { ReportText } from './report-text.tsx'

const statusLabels = { draft: '填报中', in_approval: '审批中', approved: '已批准' } satisfies Record<
  ReportStatus,
  string
>

/** One year's report: what is to be filled in, what the checks say, how it reads, and its way to publication. */
export function ReportDesk() {
  const [search, setSearch] = useSearchParams()
  const year = Number(search.get('year') ?? dayjs().year() - 1)
  const queries = useQueryClient()
  const report = useQuery({
    queryKey: ['annual-report', year],
    queryFn: () => call<ReportView>('GET', `/annual-reports/${year}`),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['annual-report', year] })
  const view = report.data
  return (
    <>
      <PageTitle text={`${year}年政府信息公开工作年度报告`}>
        <InputNumber
          aria-label="报告年度"
          min={2008}
          max={2100}
          value={year}
          onChange={(next) => next && setSearch({ year: String(next) })}
        />
      </PageTitle>
      <ProblemNotice error={report.error} />
      {report.isPending && <Card loading />}
      {view && (
        <Flex vertical gap={16}>
          <Flex gap={12} align="center" wrap justify="space-between">
            <span>
              <Tag color={view.status === 'approved' ? 'green' : 'blue'}>{statusLabels[view.status]}</Tag>
              <Typography.Text type="secondary">{view.form}年格式</Typography.Text>
            </span>
            <ReportMoves view={view} onDone={refresh} />
          </Flex>
          {view.returnedReason && (
            <Alert type="warning" showIcon title={`退回原因：${view.returnedReason}`} />
          )}
          <FindingList findings={view.findings} />
          <Tabs
            items={[
              { key: 'items', label: '填报项目', children: <ItemForm view={view} onSaved={refresh} /> },
              {
                key: 'document',
                label: '报告全文',
                children: <ReportText document={view.document} />,
              },
            ]}
          />
        </Flex>
      )}
    </>
  )
}
