import { DatePicker, Flex, Segmented } from 'antd'
import dayjs from 'dayjs'
import { type ChosenPeriod, type SpanKind, spanAround } from './period.ts'

const options: { value: SpanKind; label: string }[] = [
  { value: 'year', label: '年' },
  { value: 'quarter', label: '季' },
  { value: 'month', label: '月' },
  { value: 'days', label: '自选' },
]

/** Year, quarter, month or free days. */
export function PeriodPicker({
  period,
  onChange,
}: {
  period: ChosenPeriod
  onChange: (next: ChosenPeriod) => void
}) {
  const { kind, from, to } = period
  return (
    <Flex gap={8} wrap align="center">
      <Segmented<SpanKind>
        aria-label="统计期间的长短"
        options={options}
        value={kind}
        onChange={(next) => onChange(spanAround(next, dayjs(from), period))}
      />
      {kind === 'days' ? (
        <DatePicker.RangePicker
          aria-label="统计期间"
          allowClear={false}
          value={[dayjs(from), dayjs(to)]}
          onChange={(chosen) => {
            const [first, last] = chosen ?? []
            if (first && last)
              onChange({ kind, from: first.format('YYYY-MM-DD'), to: last.format('YYYY-MM-DD') })
          }}
        />
      ) : (
        <DatePicker
          aria-label="统计期间"
          picker={kind}
          allowClear={false}
          value={dayjs(from)}
          onChange={(at) => at && onChange(spanAround(kind, at, period))}
        />
      )}
    </Flex>
  )
}
