import { Tag } from 'antd'
import type { Running } from './letter-view.ts'

const colors = { overdue: 'red', today: 'volcano', soon: 'gold', later: 'green' } as const
const clocks = { acceptance: '受理', answer: '答复', follow_up: '回访' } as const

/** Words beside the colour: not everybody sees the colour. */
export function DeadlineTag({ running }: { running: Running | null | undefined }) {
  if (!running) return null
  return (
    <Tag color={colors[running.urgency]} style={{ color: '#1f2328', whiteSpace: 'normal' }}>
      {clocks[running.clock]} {running.dueOn}，{leftText(running)}
    </Tag>
  )
}

function leftText({ urgency, left }: Running): string {
  if (urgency === 'today') return '今天到期'
  if (urgency === 'overdue') return left ? `已超${-left}个工作日` : '已超期'
  return left === null ? '放假安排未公布' : `还有${left}个工作日`
}
