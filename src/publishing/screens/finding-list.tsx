import { Alert } from 'antd'
import type { Finding } from '#publishing/contract'

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  if (!findings.length) return null
  const errors = findings.filter((finding) => finding.level === 'error').length
  const title = errors
    ? `发布前检查：${errors} 个必须改正的问题，${findings.length - errors} 个提醒`
    : `发布前检查：${findings.length} 个提醒，审核时须写明处理意见`
  return (
    <Alert
      type={errors ? 'error' : 'warning'}
      showIcon
      style={{ marginBottom: 16 }}
      title={title}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {findings.map((finding) => (
            <li key={`${finding.code} ${finding.text} ${finding.place}`}>
              {finding.text}
              {finding.place && <span>（“{finding.place}”）</span>}
              {finding.suggestion && <span>建议改为：{finding.suggestion}</span>}
            </li>
          ))}
        </ul>
      }
    />
  )
}
