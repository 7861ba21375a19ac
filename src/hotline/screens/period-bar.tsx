import { DatePicker, Flex } from 'antd'
import dayjs from 'dayjs'
import { ExportButtons } from '#admin'
import type { Period } from './call-view.ts'

/** Which days are counted, and the same days as a spreadsheet. */
export function PeriodBar({
  period: { from, until },
  onChange,
  exportPath = '/hotline/export',
}: {
  period: Period
  onChange: (next: Period) => void
  exportPath?: string
}) {
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
      <DatePicker.RangePicker
        aria-label="统计和导出的时间段"
        allowClear={false}
        value={[dayjs(from), dayjs(until)]}
        onChange={(days) => {
          const [first, last] = days ?? []
          if (first && last) onChange({ from: first.format('YYYY-MM-DD'), until: last.format('YYYY-MM-DD') })
        }}
      />
      <ExportButtons path={exportPath} query={new URLSearchParams({ from, until })} />
    </Flex>
  )
}
