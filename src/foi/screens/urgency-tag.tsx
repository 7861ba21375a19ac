import { Tag } from 'antd'
import type { Urgency } from '../urgency.ts'

/** Words beside the colour: not everybody sees the colour. */
const shown: Record<Urgency, readonly [color: string, text: string]> = {
  waiting: ['default', '期限未起算'],
  calm: ['green', '期限充裕'],
  half: ['blue', '已过半'],
  days5: ['gold', '不足5日'],
  days3: ['orange', '不足3日'],
  days1: ['volcano', '最后1日'],
  overdue: ['red', '已超期'],
}

export function UrgencyTag({ urgency }: { urgency: Urgency | null }) {
  if (!urgency) return null
  const [color, text] = shown[urgency]
  return (
    <Tag color={color} style={{ color: '#1f2328' }}>
      {text}
    </Tag>
  )
}
