import { Alert, Collapse, Typography } from 'antd'
import type { ReportFinding } from '#annual-report/contract'

/** Errors keep the report from approval; warnings are for a person to judge. */
export function FindingList({ findings }: { findings: readonly ReportFinding[] }) {
  const errors = findings.filter(({ level }) => level === 'error')
  const warnings = findings.filter(({ level }) => level === 'warning')
  if (!findings.length) return <Alert type="success" showIcon title="全部校验通过。" />
  return (
    <>
      {errors.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`${errors.length}个错误，处理后才能提交审批`}
          description={<Lines of={errors} />}
        />
      )}
      {warnings.length > 0 && (
        <Collapse
          items={[
            {
              key: 'warnings',
              label: `${warnings.length}个提醒，请人工判断`,
              children: <Lines of={warnings} />,
            },
          ]}
        />
      )}
    </>
  )
}

function Lines({ of }: { of: readonly ReportFinding[] }) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {of.map(({ code, text }) => (
        <li key={`${code} ${text}`}>
          {text} <Typography.Text type="secondary">{code}</Typography.Text>
        </li>
      ))}
    </ul>
  )
}
