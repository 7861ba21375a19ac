import { type Day, dayInWords } from '#platform/clock'
import type { Answer } from '../answer-store.ts'
import { rulePacks } from '../clock/rule-pack.ts'
import { type CaseEvent, packOf } from '../events.ts'
import { refuse } from '../refusals.ts'
import { remediesText } from '../remedies-text.ts'
import type { DisclosureRequest } from '../request.ts'
import { isAnswerLetter, type LetterKind } from './letter-kinds.ts'

/** Everything a template may name in braces; `body` is a list of paragraphs. The wording is the template's. */
export const letterFields = {
  agency: '机关名称',
  documentNumber: '文号',
  requestNumber: '申请编号',
  recipient: '收信人',
  receivedOn: '收到申请之日',
  description: '申请内容',
  law: '所依据的条例',
  correctionArticle: '补正所依据的条款',
  extensionArticle: '延期所依据的条款',
  consultationArticle: '征求意见所依据的条款',
  feeArticle: '收费所依据的条款',
  items: '需要补正的内容',
  respondBy: '补正或者回复的期限',
  dueOn: '答复期限',
  workingDays: '延长的工作日',
  consulted: '被征求意见的单位或者个人',
  amount: '收费金额（元）',
  payWithin: '缴费期限（工作日）',
  legalBasis: '答复的依据',
  body: '答复内容（各段）',
  remedies: '救济途径',
  office: '信息公开工作机构',
  address: '地址',
  telephone: '电话',
  date: '成文日期',
} as const
export type LetterField = keyof typeof letterFields
export type LetterFacts = Partial<Record<Exclude<LetterField, 'body'>, string>> & { body: string[] }

const articles = {
  '711': {
    correctionArticle: '第三十条',
    extensionArticle: '第三十三条',
    consultationArticle: '第三十二条',
    feeArticle: '第四十二条',
  },
  '492': {
    correctionArticle: '第二十一条',
    extensionArticle: '第二十四条',
    consultationArticle: '第二十三条',
    feeArticle: '第二十七条',
  },
} as const
/** Unit: working days. Law: Order 711 art. 32, 34 (under Order 492 by practice). */
export const opinionWithin = 15

type Case = {
  request: DisclosureRequest
  events: readonly CaseEvent[]
  answer: Answer | undefined
  dueOn: Day | null
  today: Day
}

/** What the case says for a letter of this kind. Throws: Refusal letter_facts_missing, answer_not_approved. */
export function caseFacts(kind: LetterKind, given: Case): LetterFacts {
  const { request, today } = given
  const pack = packOf(request)
  return {
    requestNumber: request.number,
    receivedOn: request.receivedOn ? dayInWords(request.receivedOn) : '',
    law: `《中华人民共和国政府信息公开条例》（国务院令第${rulePacks[pack.key].key}号）`,
    ...articles[pack.key],
    dueOn: given.dueOn ? dayInWords(given.dueOn) : '',
    payWithin: String(pack.payWithin),
    date: dayInWords(today),
    body: [],
    ...(isAnswerLetter(kind) ? answerFacts(given) : noticeFacts(kind, given.events)),
  }
}

function answerFacts({ answer, today, request }: Case) {
  if (!answer?.approvedAt) throw refuse('answer_not_approved')
  return {
    legalBasis: answer.legalBasis,
    body: answer.body.split(/\n+/).filter(Boolean),
    remedies: remediesText(answer.outcome, request.answeredOn ?? today),
  }
}

const eventOf: Partial<Record<LetterKind, string>> = {
  correction_notice: 'correction_notice',
  extension_notice: 'extension',
  third_party_consultation: 'consultation_sent',
  other_agency_consultation: 'consultation_sent',
  fee_notice: 'fee_notice',
}

function noticeFacts(kind: LetterKind, events: readonly CaseEvent[]) {
  const wanted = eventOf[kind]
  if (!wanted) return {}
  const party = kind === 'other_agency_consultation' ? 'other_agency' : 'third_party'
  const event = events.findLast(
    (known) =>
      known.kind === wanted &&
      (wanted !== 'consultation_sent' || (known.detail.with ?? 'third_party') === party),
  )
  if (!event) throw refuse('letter_facts_missing')
  const { items, respondBy, workingDays, name, amount } = event.detail
  return {
    items: text(items),
    respondBy: typeof respondBy === 'string' ? dayInWords(respondBy as Day) : '',
    workingDays: text(workingDays),
    consulted: text(name),
    amount: text(amount),
  }
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
