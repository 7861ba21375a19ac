import { groundsElsewhere, type RefusalGround } from '#letters/contract'
import { basisLabels, refusalGroundLabels } from '../labels.ts'
import type { LetterView } from './letter-view.ts'

/** One field of a move's dialog. */
export type MoveField = {
  name: string
  label: string
  kind: 'text' | 'long' | 'select' | 'department' | 'departments' | 'topic' | 'check'
  required?: boolean
  options?: Record<string, string>
  help?: string
  /** Asked only when another field says so. */
  when?: (values: Record<string, unknown>) => boolean
}
/** One thing that may be done with a letter: which ability shows it, what it asks, where it goes. */
export type LetterMove = {
  ability: string
  label: string
  noun: string
  primary?: boolean
  danger?: boolean
  fields: readonly MoveField[]
  fixed?: (view: LetterView) => Record<string, unknown>
  shown?: (view: LetterView) => boolean
}

const reason = (label: string): MoveField => ({ name: 'reason', label, kind: 'long', required: true })
const elsewhere = ({ ground, passedOn }: Record<string, unknown>) =>
  passedOn === true || groundsElsewhere.includes(ground as RefusalGround)

export const letterMoves: readonly LetterMove[] = [
  { ability: 'accept', label: '受理', noun: 'acceptance', primary: true, fields: [] },
  { ability: 'claim', label: '签收', noun: 'claim', primary: true, fields: [] },
  {
    ability: 'answer_follow_up',
    label: '填写回访结果',
    noun: 'follow-up',
    primary: true,
    fields: [{ name: 'outcome', label: '回访结果', kind: 'long', required: true }],
  },
  {
    ability: 'dispatch',
    label: '转办',
    noun: 'dispatch',
    fields: [
      { name: 'main', label: '主办处室', kind: 'department', required: true },
      { name: 'assisting', label: '协办处室', kind: 'departments' },
      { name: 'note', label: '说明', kind: 'long', help: '改派到其他处室时必须写明原因。' },
    ],
  },
  {
    ability: 'return_dispatch',
    label: '退回转办',
    noun: 'return',
    fields: [reason('退回的原因')],
  },
  {
    ability: 'give_opinion',
    label: '提供协办意见',
    noun: 'opinion',
    primary: true,
    fields: [{ name: 'opinion', label: '给主办处室的意见', kind: 'long', required: true }],
  },
  {
    ability: 'classify',
    label: '确定主题',
    noun: 'classification',
    fields: [
      {
        name: 'topicId',
        label: '主题',
        kind: 'topic',
        required: true,
        help: '主题有自己的期限时，答复期限随之重新计算。',
      },
    ],
  },
  {
    ability: 'merge',
    label: '并案',
    noun: 'merger',
    fields: [
      {
        name: 'into',
        label: '主件编号',
        kind: 'text',
        required: true,
        help: '来信人会收到主件的答复；主件的答复里有个人信息的，收到另写给并案来信人的答复。',
      },
    ],
  },
  {
    ability: 'refuse',
    label: '不予受理',
    noun: 'refusal',
    fields: [
      {
        name: 'ground',
        label: '原因（来信人可见）',
        kind: 'select',
        options: refusalGroundLabels,
        required: true,
      },
      { name: 'passedOn', label: '我们已经把来信转送该单位', kind: 'check' },
      {
        name: 'authority',
        label: '应当向哪个单位反映，联系方式（来信人可见）',
        kind: 'text',
        required: true,
        when: elsewhere,
      },
      { name: 'note', label: '补充说明（来信人可见）', kind: 'long' },
    ],
  },
  {
    ability: 'supervise',
    label: '督办',
    noun: 'supervision',
    fields: [{ name: 'note', label: '督办要求', kind: 'long', required: true }],
  },
  { ability: 'end_supervision', label: '结束督办', noun: 'supervision-end', fields: [] },
  { ability: 'close', label: '办结', noun: 'closing', fields: [] },
  {
    ability: 'record_basis',
    label: '登记公开依据',
    noun: 'publication-basis',
    fields: [
      { name: 'basis', label: '依据', kind: 'select', options: basisLabels, required: true },
      {
        name: 'note',
        label: '说明',
        kind: 'long',
        required: true,
        help: '写明来信人何时、怎样表示同意，或者法律法规的名称和条款。登记后由另一个人决定是否公开。',
      },
    ],
  },
  {
    ability: 'release',
    label: '公开',
    noun: 'release',
    fields: [{ name: 'filesChecked', label: '有答复附件一并公开的，已经逐个打开核对', kind: 'check' }],
    fixed: ({ letter }) => ({ shown: true, version: letter.version }),
    shown: ({ letter }) => letter.consents && !letter.released,
  },
  {
    ability: 'hide',
    label: '取消公开',
    noun: 'release',
    danger: true,
    fields: [],
    fixed: ({ letter }) => ({ shown: false, version: letter.version }),
    shown: ({ letter }) => letter.released,
  },
  { ability: 'reopen', label: '重新办理', noun: 'reopening', fields: [reason('原因')] },
]
