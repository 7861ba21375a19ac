import { Collapse, Table, Typography } from 'antd'
import { lawText } from '#platform/law'
import type { CountedDay } from '../clock/explain.ts'
import { dayInWords } from '../clock/in-words.ts'
import type { Period } from '../clock/period.ts'

/** Every day on the way to a date: its number, or why it has none. */
export function DayByDay({ label, days }: { label: string; days: readonly CountedDay[] }) {
  if (days.length === 0) return null
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'days',
          label,
          children: (
            <Table<CountedDay>
              size="small"
              rowKey="day"
              pagination={false}
              scroll={{ x: 480 }}
              dataSource={[...days]}
              columns={[
                { title: '日期', dataIndex: 'day', width: 120 },
                { title: '第几个', width: 80, render: (_, counted) => counted.number ?? '不计' },
                { title: '说明', render: (_, counted) => dayInWords(counted) },
              ]}
            />
          ),
        },
      ]}
    />
  )
}

/** A date beside the answer's own. */
export function PeriodInDays({ title, period }: { title: string; period: Period | null }) {
  if (!period) return null
  return (
    <div style={{ marginBlock: 8 }}>
      <Typography.Paragraph style={{ marginBottom: 4 }}>
        {title} <strong>{period.until}</strong>
        <Typography.Text type="secondary">（{lawText(period.law)}）</Typography.Text>
      </Typography.Paragraph>
      <DayByDay label={`逐日计算：${period.words}`} days={period.days} />
    </div>
  )
}
