import { Tag } from 'antd'
import type { Lack } from '#foi/contract'
import { lackLabels } from '../labels.ts'
import type { Urgency } from '../urgency.ts'
import type { AwaitedApplicant } from './request-view.ts'

/** Words beside the colour: not everybody sees the colour. */
const shown: Record<Urgency, readonly [color: string, text: string]> = {
  waiting: ['default', '等待申请人'],
  calm: ['green', '期限充裕'],
  half: ['blue', '已过半'],
  days5: ['gold', '不足5日'],
  days3: ['orange', '不足3日'],
  days1: ['volcano', '最后1日'],
  overdue: ['red', '已超期'],
}
const ink = { color: '#1f2328' }

export function UrgencyTag({ urgency }: { urgency: Urgency | null }) {
  if (!urgency) return null
  const [color, text] = shown[urgency]
  return (
    <Tag color={color} style={ink}>
      {text}
    </Tag>
  )
}

type Dated = {
  dueOn: string | null
  provisional: boolean
  confirmBy: string | null
  applicantBy: AwaitedApplicant | null
  urgency: Urgency | null
}

/** The answer's date, or by when the receipt is confirmed with the applicant, or the applicant's own period. Law: Order 711 art. 30, art. 31 (3), art. 33. */
export function NextDate({ row: { dueOn, provisional, confirmBy, applicantBy, urgency } }: { row: Dated }) {
  if (applicantBy)
    return (
      <>
        <span style={{ whiteSpace: 'nowrap' }}>{applicantBy.on} 前</span> <AwaitedTag by={applicantBy} />
      </>
    )
  return (
    <>
      <span style={{ whiteSpace: 'nowrap' }}>
        {dueOn ?? (confirmBy && `${confirmBy} 前确认`)}
        {provisional && dueOn ? '（暂定）' : ''}
      </span>{' '}
      <UrgencyTag urgency={urgency} />
    </>
  )
}

/** What the applicant is to do, and whether the period for it is over. */
export function AwaitedTag({ by: { kind, lapsed } }: { by: AwaitedApplicant }) {
  return (
    <Tag color={lapsed ? 'red' : 'default'} style={ink}>
      {lapsed ? lapsedWords[kind] : awaitedWords[kind]}
    </Tag>
  )
}
const awaitedWords = { correction: '等待申请人补正', payment: '等待申请人缴费' }
const lapsedWords = { correction: '申请人逾期未补正', payment: '申请人逾期未缴费' }

/** What the application lacks and the applicant is asked for. Law: Order 711 art. 30. */
export function LacksTag({ lacks }: { lacks: readonly Lack[] }) {
  if (lacks.length === 0) return null
  return (
    <Tag color="orange" style={ink} title={`缺${lacks.map((lack) => lackLabels[lack]).join('、')}`}>
      需补正
    </Tag>
  )
}
