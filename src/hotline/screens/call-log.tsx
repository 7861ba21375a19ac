import type { TableProps } from 'antd'
import { Link } from 'wouter'
import { DataTable, PageTitle, type TableFilter, useMe, whenText } from '#admin'
import { callKinds, callOutcomes } from '#hotline/contract'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'
import { CallActions } from './call-actions.tsx'
import type { CallView } from './call-view.ts'
import { AskedAndAnswered, KindAndTopic } from './said-cells.tsx'
import { useTopics } from './topic-field.tsx'

/** Calls, newest first, personal data masked; found by words, topic, kind, outcome and day. */
export function CallLog() {
  const answers = useMe().data?.can.includes('hotline.answer') ?? false
  const topics = useTopics()
  return (
    <>
      <PageTitle text="来电记录">
        <Link href="/hotline/analysis">分析</Link>
      </PageTitle>
      <DataTable<CallView>
        path="/hotline/calls"
        exportPath="/hotline/export"
        rowKey="id"
        empty="没有符合条件的来电"
        filters={filtersOf(topics.data?.items ?? [])}
        scroll={{ x: answers ? 1160 : 940 }}
        columns={answers ? [...columns, actions] : columns}
      />
    </>
  )
}

const choices = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

const filtersOf = (topics: readonly string[]): TableFilter[] => [
  { kind: 'text', name: 'words', label: '来电内容、答复' },
  {
    kind: 'choice',
    name: 'topic',
    label: '主题',
    options: topics.map((value) => ({ value, label: value })),
  },
  { kind: 'choice', name: 'kind', label: '类型', options: choices(callKinds, callKindLabels) },
  { kind: 'choice', name: 'outcome', label: '办理结果', options: choices(callOutcomes, callOutcomeLabels) },
  { kind: 'day', name: 'from', label: '开始日期' },
  { kind: 'day', name: 'until', label: '结束日期' },
]

const columns: NonNullable<TableProps<CallView>['columns']> = [
  { title: '编号', dataIndex: 'id', width: 76 },
  { title: '时间', key: 'called', dataIndex: 'calledAt', width: 112, sorter: true, render: whenText },
  {
    title: '类型和主题',
    width: 130,
    render: (_, row) => <KindAndTopic topic={row.topic} kind={row.kind} />,
  },
  {
    title: '内容和答复',
    render: (_, row) => <AskedAndAnswered asked={row.contentMasked} answered={row.answer} />,
  },
  { title: '结果', width: 140, render: (_, row) => <Outcome row={row} /> },
  { title: '坐席', width: 110, render: (_, row) => row.agentName ?? '—' },
]
const actions = {
  title: '操作',
  width: 170,
  render: (_: unknown, row: CallView) => <CallActions row={row} />,
}

/** Where the call went; whoever may read the letter or the request goes there. */
function Outcome({ row }: { row: CallView }) {
  const can = useMe().data?.can ?? []
  const href =
    row.letterId && can.includes('letters.read')
      ? `/letters/${row.letterId}`
      : row.requestId && can.includes('foi.read')
        ? `/requests/${row.requestId}`
        : undefined
  const where = row.awaitsRegistration ? `${row.forwardedTo}（待登记）` : row.forwardedTo
  return (
    <>
      {callOutcomeLabels[row.outcome]} {href ? <Link href={href}>{where}</Link> : where}
      {row.outcome === 'transferred' && row.unitId && (
        <div>
          {row.resultOn ? `${row.resultOn} 已办理：${row.result}` : `待办理，${row.dueOn ?? '未定'}到期`}
        </div>
      )}
    </>
  )
}
