import { Alert } from 'antd'
import type { Finding } from '#publishing/contract'

const levels = [
  { level: 'error', type: 'error', title: (count: number) => `发布前检查：${count} 个必须改正的问题` },
  {
    level: 'warning',
    type: 'warning',
    title: (count: number) => `发布前检查：${count} 个提醒，审核时须写明处理意见`,
  },
  { level: 'note', type: 'info', title: (count: number) => `发布前检查：${count} 个提示，不影响提交` },
] as const

/** What the pre-check saw: what blocks, what needs a word, what is only told. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return levels.map(({ level, type, title }) => {
    const found = findings.filter((finding) => finding.level === level)
    if (!found.length) return null
    const list = (
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {found.map((finding) => (
          <li key={`${finding.code} ${finding.text} ${finding.place}`} style={{ overflowWrap: 'anywhere' }}>
            {finding.text}
            {finding.place && <span>（“{finding.place}”）</span>}
            {finding.suggestion && <span>建议改为：{finding.suggestion}</span>}
          </li>
        ))}
      </ul>
    )
    return (
      <Alert
        key={level}
        type={type}
        showIcon
        style={{ marginBottom: 16 }}
        title={title(found.length)}
        description={list}
      />
    )
  })
}
