import { Button, Flex } from 'antd'
import type { Counted, Period } from './call-view.ts'

/** Where there are calls. */
export function YearButtons({
  years,
  chosen,
  onChoose,
}: {
  years: readonly Counted[]
  chosen: string
  onChoose: (period: Period) => void
}) {
  return (
    <Flex gap={8} wrap style={{ marginBottom: 16 }}>
      {years.map(({ name, count }) => (
        <Button
          key={name}
          size="small"
          type={name === chosen ? 'primary' : 'default'}
          onClick={() => onChoose({ from: `${name}-01-01`, until: `${name}-12-31` })}
        >
          {name}年（{count}）
        </Button>
      ))}
    </Flex>
  )
}
