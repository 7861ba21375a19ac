import { Alert, Button, Flex } from 'antd'
import dayjs from 'dayjs'
import { type ChosenPeriod, spanAround } from './period.ts'

/** When a period lies outside the years with records: the years to go to. */
export function YearsWithRecords({
  years,
  period,
  onChange,
}: {
  years: readonly number[]
  period: ChosenPeriod
  onChange: (next: ChosenPeriod) => void
}) {
  const touched = years.some((year) => year >= dayjs(period.from).year() && year <= dayjs(period.to).year())
  if (touched || !years.length) return null
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title="这一期间没有业务记录"
      description={
        <Flex gap={8} wrap align="center">
          有记录的年份：
          {years.map((year) => (
            <Button key={year} onClick={() => onChange(spanAround('year', dayjs(`${year}-01-01`), period))}>
              {year}年
            </Button>
          ))}
        </Flex>
      }
    />
  )
}
