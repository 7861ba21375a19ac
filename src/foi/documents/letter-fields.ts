import type { LetterKind } from './letter-kinds.ts'

/** Everything a template may name in braces; `body` and `letter` are lists of paragraphs. The wording is the template's. */
export const letterFields = {
  agency: '机关名称',
  documentNumber: '文号',
  requestNumber: '申请编号',
  queryCode: '查询码（登记回执）',
  recipient: '收信人',
  receivedOn: '收到申请之日',
  description: '申请内容（征求意见函中遮盖个人信息）',
  law: '所依据的条例',
  correctionArticle: '补正所依据的条款',
  extensionArticle: '延期所依据的条款',
  consultationArticle: '征求意见所依据的条款',
  opinionWithin: '提出意见的期限（工作日）',
  silence: '逾期未提出意见的后果（征求其他机关意见函；2007年条例没有规定，为空）',
  feeArticle: '收费所依据的条款',
  items: '需要补正的内容',
  respondBy: '补正的期限',
  dueOn: '答复期限（日期）',
  answerBy: '什么时候答复（整句）',
  workingDays: '延长的工作日',
  reason: '延期的理由，或者为公共利益决定公开的理由',
  consulted: '被征求意见的单位或者个人',
  letter: '征求意见书的内容（各段）',
  amount: '收费金额（元）',
  feeBasis: '收费的计算依据',
  feeStandard: '收费标准',
  feeWay: '缴费方式',
  payWithin: '缴费期限（工作日）',
  legalBasis: '答复的依据',
  body: '答复内容（各段，部分公开的含各部分的处理）',
  remedies: '救济途径',
  office: '信息公开工作机构',
  address: '地址',
  telephone: '电话',
  date: '成文日期',
} as const
export type LetterField = keyof typeof letterFields
type Paragraphs = 'body' | 'letter'
export type LetterFacts = Partial<Record<Exclude<LetterField, Paragraphs>, string>> &
  Record<Paragraphs, string[]>

const always: readonly LetterField[] = ['recipient', 'documentNumber', 'date']
const byKind: Partial<Record<LetterKind, readonly LetterField[]>> = {
  correction_notice: ['items', 'respondBy'],
  extension_notice: ['reason', 'workingDays'],
  third_party_consultation: ['letter'],
  other_agency_consultation: ['letter'],
  third_party_decision: ['letter', 'reason'],
  fee_notice: ['amount', 'feeBasis', 'feeStandard', 'feeWay'],
}

/** What a letter must say, whatever the agency changed. Law: Order 711 art. 30, 32, 33 ¶2, 36, 37, 51; 国办函〔2020〕109号. */
export const neededFields = (kind: LetterKind): readonly LetterField[] => [
  ...always,
  ...(byKind[kind] ?? (kind.startsWith('answer_') ? (['legalBasis', 'body', 'remedies'] as const) : [])),
]
