import { reopeningWords } from '../clock/in-words.ts'
import { deliveryLabels, identityKindLabels, weighedLabels } from '../labels.ts'
import type { RequestView } from './request-view.ts'

/** One field of a move's dialog. */
export type MoveField = {
  name: string
  label: string
  kind: 'date' | 'text' | 'long' | 'number' | 'select'
  required?: boolean
  options?: Record<string, string>
  initial?: string
}
/** One thing that may be done with a case: which ability shows it, what it asks, where it goes. */
export type CaseMove = {
  ability: string
  label: string
  noun: string
  primary?: boolean
  fields: readonly MoveField[]
  /** Added to what was typed. */
  fixed?: Record<string, unknown>
}

/** What the handler proposed, for whoever approves it. Law: Order 711 art. 33 ¶2. */
export function proposedValues(move: CaseMove, events: RequestView['events']): Record<string, unknown> {
  if (move.fixed?.kind !== 'extension') return {}
  const proposal = events.findLast(({ kind }) => kind === 'extension_proposed')
  return proposal ? { workingDays: proposal.detail.workingDays, reason: proposal.detail.reason } : {}
}

const on = (label: string): MoveField => ({ name: 'on', label, kind: 'date', required: true })
const approved: Record<string, string> = { extension: 'extend', volume_date_set: 'set_later_date' }
const clock = (label: string, kind: string, fields: readonly MoveField[]): CaseMove => ({
  ability: approved[kind] ?? 'record_event',
  label,
  noun: 'clock-events',
  fields,
  fixed: { kind },
})

const applicantFields: readonly MoveField[] = [
  {
    name: 'identityKind',
    label: '证件类型',
    kind: 'select',
    options: identityKindLabels,
    required: true,
    initial: 'identity_card',
  },
  { name: 'identityNumber', label: '证件号码（加密保存）', kind: 'text' },
  { name: 'telephone', label: '联系电话（加密保存）', kind: 'text' },
  { name: 'email', label: '电子邮箱（加密保存）', kind: 'text' },
  { name: 'fax', label: '传真号码（加密保存）', kind: 'text' },
  { name: 'address', label: '通信地址（加密保存）', kind: 'text' },
]

export const caseMoves: readonly CaseMove[] = [
  {
    ability: 'confirm_receipt',
    label: '确认收到',
    noun: 'receipt',
    primary: true,
    fields: [
      { name: 'receivedOn', label: '双方确认之日', kind: 'date', required: true },
      { name: 'note', label: '确认记录', kind: 'text' },
    ],
  },
  {
    ability: 'deliver_answer',
    label: '登记送达',
    noun: 'delivery',
    primary: true,
    fields: [
      on('送达日期'),
      { name: 'by', label: '送达方式', kind: 'select', options: deliveryLabels, required: true },
      { name: 'proof', label: '送达凭证（电子邮件不用填，邮件服务器接收后自动登记）', kind: 'text' },
    ],
  },
  {
    ability: 'recall_answer',
    label: '撤回拟稿',
    noun: 'recall',
    fields: [{ name: 'reason', label: '撤回的原因（已作的审批作废）', kind: 'long', required: true }],
  },
  clock('告知补正', 'correction_notice', [
    on('告知日期'),
    { name: 'items', label: '需要补正的事项', kind: 'long', required: true },
    { name: 'respondBy', label: '补正期限', kind: 'date', required: true },
  ]),
  clock('收到补正', 'correction_received', [on('收到日期')]),
  clock('收到缴费', 'fee_paid', [on('缴费日期')]),
  {
    ability: 'record_costs',
    label: '登记检索、复制、邮寄费用',
    noun: 'costs',
    fields: [on('缴费日期'), { name: 'amount', label: '金额（元）', kind: 'number', required: true }],
  },
  {
    ability: 'propose_extension',
    label: '申请延长期限',
    noun: 'extension-proposals',
    fields: [
      { name: 'workingDays', label: '延长的工作日', kind: 'number', required: true },
      { name: 'reason', label: '理由', kind: 'long', required: true },
    ],
  },
  clock('批准延长期限', 'extension', [
    on('批准日期'),
    { name: 'workingDays', label: '延长的工作日', kind: 'number', required: true },
    { name: 'reason', label: '延长的理由', kind: 'long', required: true },
    { name: 'toldOn', label: '告知申请人的日期', kind: 'date', required: true },
    { name: 'toldBy', label: '告知的方式', kind: 'select', options: deliveryLabels, required: true },
  ]),
  clock('要求说明理由', 'reasons_asked', [on('告知日期')]),
  clock('登记理由是否合理', 'reasons_weighed', [
    on('判断日期'),
    { name: 'reasons', label: '申请人说明的理由（没有说明的写明）', kind: 'long', required: true },
    {
      name: 'found',
      label: '判断',
      kind: 'select',
      required: true,
      options: weighedLabels,
    },
  ]),
  clock('确定延迟答复的日期', 'volume_date_set', [
    on('决定日期'),
    { name: 'until', label: '答复日期', kind: 'date', required: true },
    { name: 'reason', label: '延迟的理由', kind: 'long', required: true },
    { name: 'toldOn', label: '告知申请人的日期', kind: 'date', required: true },
    { name: 'toldBy', label: '告知的方式', kind: 'select', options: deliveryLabels, required: true },
  ]),
  {
    ability: 'complete_applicant',
    label: '补录申请人信息',
    noun: 'applicant',
    fields: applicantFields,
  },
  {
    ability: 'complete_applicant',
    label: '更正申请人信息',
    noun: 'applicant',
    fields: [
      { name: 'reason', label: '更正的原因（应申请人的要求；不写姓名和号码）', kind: 'text', required: true },
      { name: 'name', label: '姓名或者名称（不更正的不填，下同）', kind: 'text' },
      ...applicantFields,
    ],
  },
  { ability: 'claim', label: '接收承办', noun: 'claim', fields: [] },
  {
    ability: 'give_back',
    label: '退回重新交办',
    noun: 'return',
    fields: [{ name: 'reason', label: '原因', kind: 'long', required: true }],
  },
  {
    ability: 'record_search',
    label: '登记检索',
    noun: 'searches',
    fields: [
      on('检索日期'),
      { name: 'place', label: '检索范围', kind: 'text', required: true },
      { name: 'result', label: '检索结果', kind: 'long', required: true },
    ],
  },
  { ability: 'reroute', label: '转到信箱办理', noun: 'rerouting', fields: [] },
  { ability: 'archive', label: '归档', noun: 'archiving', fields: [] },
  { ability: 'withdraw', label: '申请人撤回', noun: 'withdrawal', fields: [] },
  {
    ability: 'reopen',
    label: '重新办理',
    noun: 'reopening',
    fields: [
      {
        name: 'basis',
        label: '依据',
        kind: 'select',
        options: reopeningWords,
        required: true,
        initial: 'own_insight',
      },
      { name: 'documentNumber', label: '决定书或者裁判文书的文号（自行纠正的不填）', kind: 'text' },
      { name: 'reason', label: '原因', kind: 'long', required: true },
      { name: 'on', label: '重新起算的日期（收到决定之日；不填为今天）', kind: 'date' },
      { name: 'answerBy', label: '决定要求的最后答复日期（没有的不填，重新计算法定期限）', kind: 'date' },
    ],
  },
]
