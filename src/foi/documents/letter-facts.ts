import { type Day, dayInWords } from '#platform/clock'
import type { Answer } from '../answer-store.ts'
import { rulePacks } from '../clock/rule-pack.ts'
import type { Consultation } from '../consultations/consultation-store.ts'
import { type CaseDue, type CaseEvent, packOf } from '../events.ts'
import { feeMethods, feeStandards } from '../fee/fee.ts'
import { partsInWords } from '../part-words.ts'
import { refuse } from '../refusals.ts'
import { type RemedyPlaces, remediesText, thirdPartyRemedies } from '../remedies-text.ts'
import type { DisclosureRequest } from '../request.ts'
import { answerBy } from './answer-by.ts'
import type { LetterFacts } from './letter-fields.ts'
import { isAnswerLetter, isForApplicant, type LetterKind } from './letter-kinds.ts'

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

type Case = {
  request: DisclosureRequest
  events: readonly CaseEvent[]
  answer: Answer | undefined
  /** Whom a letter to others goes to. */
  consultation: (Consultation & { party: string }) | undefined
  due: CaseDue | null
  places: RemedyPlaces
  today: Day
}

/** What the case says for a letter of this kind. Throws: Refusal letter_facts_missing, answer_not_approved. */
export function caseFacts(kind: LetterKind, given: Case): LetterFacts {
  const { request, today, due } = given
  const pack = packOf(request)
  return {
    requestNumber: request.number,
    receivedOn: request.receivedOn ? dayInWords(request.receivedOn) : '',
    law: `《中华人民共和国政府信息公开条例》（国务院令第${rulePacks[pack.key].key}号）`,
    ...articles[pack.key],
    dueOn: due?.dueOn ? dayInWords(due.dueOn) : '',
    answerBy: answerBy(due, request.answeredOn),
    payWithin: String(pack.payWithin),
    opinionWithin: String(pack.opinionWithin),
    // Order 711 art. 34; Order 492 has no such rule.
    silence: pack.key === '711' ? '，逾期未提出意见的视为同意公开' : '',
    date: dayInWords(today),
    body: [],
    letter: [],
    ...factsOfKind(kind, given),
  }
}

function factsOfKind(kind: LetterKind, given: Case): Partial<LetterFacts> {
  if (isAnswerLetter(kind)) return answerFacts(given)
  return isForApplicant(kind) ? noticeFacts(kind, given.events) : consultationFacts(kind, given)
}

function answerFacts({ answer, today, request, places }: Case) {
  if (!answer?.approvedAt) throw refuse('answer_not_approved')
  return {
    legalBasis: answer.legalBasis,
    body: [...paragraphs(answer.body), ...partsInWords(answer.parts, request.rules ?? '711')],
    remedies: remediesText(answer.outcome, request.answeredOn ?? today, places),
  }
}

/** They are asked, and told what is released against their opinion and why. Law: Order 711 art. 32, 34. */
function consultationFacts(kind: LetterKind, { consultation, places, today }: Case) {
  if (!consultation) throw refuse('letter_facts_missing')
  if (kind === 'third_party_decision' && consultation.overrideReason === null)
    throw refuse('letter_facts_missing')
  return {
    consulted: consultation.party,
    letter: paragraphs(consultation.letter),
    reason: consultation.overrideReason ?? '',
    remedies: thirdPartyRemedies(today, places),
  }
}

const eventOf: Partial<Record<LetterKind, string>> = {
  correction_notice: 'correction_notice',
  extension_notice: 'extension',
  fee_notice: 'fee_notice',
}

function noticeFacts(kind: LetterKind, events: readonly CaseEvent[]) {
  const wanted = eventOf[kind]
  if (!wanted) return {}
  const event = events.findLast((known) => known.kind === wanted)
  if (!event) throw refuse('letter_facts_missing')
  const { items, respondBy, workingDays, amount, reason, basis, method, way } = event.detail
  const standard = feeMethods.find((known) => known === method)
  return {
    items: text(items),
    respondBy: typeof respondBy === 'string' ? dayInWords(respondBy as Day) : '',
    workingDays: text(workingDays),
    reason: text(reason),
    amount: text(amount),
    feeBasis: text(basis),
    feeStandard: standard ? feeStandards[standard] : '',
    feeWay: text(way),
  }
}

const paragraphs = (words: string) => words.split(/\n+/).filter(Boolean)
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
