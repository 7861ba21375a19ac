import { deliveryLabels, outcomeDetailLabels, outcomeLabels } from '../labels.ts'

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

const on = (label: string): MoveField => ({ name: 'on', label, kind: 'date', required: true })
const clock = (label: string, kind: string, fields: readonly MoveField[]): CaseMove => ({
  ability: kind === 'extension' ? 'extend' : 'record_event',
  label,
  noun: 'clock-events',
  fields,
  fixed: { kind },
})

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
    ability: 'draft_answer',
    label: '拟写答复',
    noun: 'answers',
    primary: true,
    fields: [
      { name: 'outcome', label: '处理结果', kind: 'select', options: outcomeLabels, required: true },
      { name: 'outcomeDetail', label: '具体情形', kind: 'select', options: outcomeDetailLabels },
      { name: 'body', label: '答复内容和理由', kind: 'long', required: true },
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
      { name: 'proof', label: '送达凭证', kind: 'text', required: true },
    ],
  },
  clock('告知补正', 'correction_notice', [
    on('告知日期'),
    { name: 'items', label: '需要补正的事项', kind: 'long', required: true },
    { name: 'respondBy', label: '补正期限', kind: 'date', required: true },
  ]),
  clock('收到补正', 'correction_received', [on('收到日期')]),
  clock('征求意见', 'consultation_sent', [
    on('发出日期'),
    { name: 'id', label: '征求意见编号', kind: 'text', required: true, initial: '1' },
    {
      name: 'with',
      label: '对象',
      kind: 'select',
      options: { third_party: '第三方', other_agency: '其他机关' },
      required: true,
    },
    { name: 'name', label: '名称', kind: 'text' },
  ]),
  clock('收到意见', 'consultation_returned', [
    on('收到日期'),
    { name: 'id', label: '征求意见编号', kind: 'text', required: true, initial: '1' },
    {
      name: 'opinion',
      label: '意见',
      kind: 'select',
      options: { agrees: '同意公开', refuses: '不同意公开', silent: '逾期未答复' },
    },
  ]),
  clock('收费通知', 'fee_notice', [
    on('通知日期'),
    { name: 'amount', label: '金额（元）', kind: 'number', required: true },
  ]),
  clock('收到缴费', 'fee_paid', [on('缴费日期')]),
  clock('延长期限', 'extension', [
    on('批准日期'),
    { name: 'workingDays', label: '延长的工作日', kind: 'number', required: true },
  ]),
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
  { ability: 'archive', label: '归档', noun: 'archiving', fields: [] },
  { ability: 'withdraw', label: '申请人撤回', noun: 'withdrawal', fields: [] },
  {
    ability: 'reopen',
    label: '重新办理',
    noun: 'reopening',
    fields: [{ name: 'reason', label: '原因', kind: 'long', required: true }],
  },
]
