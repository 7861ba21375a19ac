import { Card, Typography } from 'antd'
import { lawText } from '#platform/law'
import { provisionalWords, stepInWords, waitingWords } from '../clock/in-words.ts'
import type { Step } from '../clock/steps.ts'
import { DayByDay, PeriodInDays } from './day-by-day.tsx'
import type { AwaitedApplicant, RequestView } from './request-view.ts'
import { AwaitedTag, UrgencyTag } from './urgency-tag.tsx'

/** The date, what moved it, and every day that leads to it. */
export function ClockCard({ view }: { view: RequestView }) {
  const { due, urgency, applicantBy } = view
  if (!due) return null
  const provisional = provisionalWords(due)
  return (
    <Card title="法定期限" style={{ marginBottom: 16 }}>
      <Typography.Paragraph strong style={{ fontSize: 18, marginBottom: 4 }}>
        {due.dueOn ? `最迟 ${due.dueOn} 答复` : due.waitsFor && waitingWords[due.waitsFor]}{' '}
        {applicantBy ? <AwaitedTag by={applicantBy} /> : <UrgencyTag urgency={urgency} />}
      </Typography.Paragraph>
      {applicantBy && <Typography.Paragraph>{periodInWords(applicantBy)}</Typography.Paragraph>}
      {provisional && <Typography.Paragraph>（{provisional}）</Typography.Paragraph>}
      <Typography.Paragraph type="secondary">
        适用{due.rulesName}（{lawText(due.law)}）
      </Typography.Paragraph>
      <ol style={{ paddingInlineStart: 20, marginBlock: '0 12px' }}>
        {due.steps.map((step) => (
          <li key={`${step.kind} ${step.on} ${'id' in step ? step.id : ''}`} style={{ paddingBlock: 2 }}>
            {stepInWords(named(step, view), { names: true })}
            <Typography.Text type="secondary">（{lawText(step.law)}）</Typography.Text>
          </li>
        ))}
      </ol>
      <DayByDay
        label={`逐日计算：自 ${due.countedFrom} 的次日起 ${due.workingDays} 个工作日`}
        days={due.days}
      />
      <PeriodInDays title="申请人缴费最迟" period={view.periods.pay} />
      {(view.mayRecord.includes('correction_notice') || view.request.lacks.length > 0) && (
        <PeriodInDays title="告知补正最迟" period={view.periods.correct} />
      )}
    </Card>
  )
}

/** From when the case may be ended because the applicant did nothing. Law: Order 711 art. 30; 国办函〔2020〕109号. */
function periodInWords({ kind, on, lapsed }: AwaitedApplicant): string {
  const end =
    kind === 'correction'
      ? '视为放弃申请，可以按“申请人无正当理由逾期不补正”结案（第三十条）'
      : '视为放弃申请，可以按“申请人逾期未按收费通知要求缴纳费用”结案（国办函〔2020〕109号）'
  const what = kind === 'correction' ? '补正' : '缴费'
  return lapsed
    ? `申请人应在 ${on} 前${what}，期限已过：${end}。`
    : `申请人应在 ${on} 前（含当日）${what}；次日起仍未${what}的，${end}。`
}

/** The masked name of whom was asked stands with the consultation, not in the log. */
function named(step: Step, { consultations }: RequestView): Step {
  if (step.kind !== 'excluded') return step
  const party = consultations.find(({ id }) => String(id) === step.id)
  return party ? { ...step, name: party.partyMasked } : step
}
