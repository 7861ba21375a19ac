import { Card, Collapse, Table, Typography } from 'antd'
import { lawText } from '#platform/law'
import type { CountedDay } from '../clock/explain.ts'
import type { RequestView } from './request-view.ts'
import { UrgencyTag } from './urgency-tag.tsx'

const reasons: Record<CountedDay['reason'], string> = {
  weekday: '工作日',
  make_up: '调休上班',
  weekend: '周末',
  holiday: '放假',
  third_party: '征求第三方意见，不计入',
  other_agency: '征求其他机关意见，不计入',
}
const waits = { correction: '等待申请人补正', payment: '等待申请人缴费', consultation: '等待征求意见的结果' }

/** The date and every day that leads to it. */
export function ClockCard({ view }: { view: RequestView }) {
  const { due, urgency } = view
  if (!due) return null
  return (
    <Card title="法定期限" style={{ marginBottom: 16 }}>
      <Typography.Paragraph strong style={{ fontSize: 18 }}>
        {due.dueOn ? `最迟 ${due.dueOn} 答复` : due.waitsFor && waits[due.waitsFor]}{' '}
        <UrgencyTag urgency={urgency} />
        {due.provisional && '（暂定：放假安排尚未公布，公布后重新计算）'}
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">
        {due.rulesName}，{due.receivedOn} 收到，自 {due.countedFrom} 的次日起 {due.workingDays} 个工作日（
        {lawText(due.law)}）
      </Typography.Paragraph>
      {due.days.length > 0 && (
        <Collapse
          items={[
            {
              key: 'days',
              label: '逐日计算',
              children: (
                <Table
                  size="small"
                  rowKey="day"
                  pagination={false}
                  dataSource={due.days}
                  columns={[
                    { title: '日期', dataIndex: 'day' },
                    { title: '第几个工作日', render: (_, counted) => counted.number ?? '不计' },
                    { title: '说明', render: (_, counted) => counted.name ?? reasons[counted.reason] },
                  ]}
                />
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}
