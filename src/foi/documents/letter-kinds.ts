import type { Outcome, OutcomeDetail } from '../contract.ts'

/** Letters of a case. Law: Order 711 art. 30, 32, 33, 34, 36-39, 42; 国办函〔2020〕109号. */
export const letterKinds = [
  'receipt',
  'correction_notice',
  'extension_notice',
  'third_party_consultation',
  'other_agency_consultation',
  'third_party_decision',
  'fee_notice',
  'answer_granted',
  'answer_already_public',
  'answer_partly_granted',
  'answer_refused',
  'answer_not_held',
  'answer_other_agency',
  'answer_must_create',
  'answer_unclear',
  'answer_unprocessed',
  'answer_ended',
] as const
export type LetterKind = (typeof letterKinds)[number]
export const isLetterKind = (text: string): text is LetterKind =>
  (letterKinds as readonly string[]).includes(text)
export const isAnswerLetter = (kind: LetterKind) => kind.startsWith('answer_')
/** The applicant has it at once, before the answer. */
export const isNotice = (kind: string) => kind.endsWith('_notice') || kind === 'receipt'

/** Letters to whom is consulted; each belongs to one consultation. */
export const consultationLetters = [
  'third_party_consultation',
  'other_agency_consultation',
  'third_party_decision',
] as const satisfies readonly LetterKind[]

/** Letters to others than the applicant are not shown on the tracking page. */
export const isForApplicant = (kind: LetterKind) =>
  !(consultationLetters as readonly LetterKind[]).includes(kind)

/** The letter that carries an answer. Source: rules.md 1.4. */
export function answerLetter(outcome: Outcome, detail: OutcomeDetail | null): LetterKind {
  if (outcome === 'granted') return detail === 'already_public' ? 'answer_already_public' : 'answer_granted'
  if (outcome === 'partly_granted') return 'answer_partly_granted'
  if (outcome.startsWith('refused_')) return 'answer_refused'
  if (outcome === 'unavailable_not_held')
    return detail === 'other_agency' ? 'answer_other_agency' : 'answer_not_held'
  if (outcome === 'unavailable_must_create') return 'answer_must_create'
  if (outcome === 'unavailable_still_unclear') return 'answer_unclear'
  return outcome.startsWith('unprocessed_') ? 'answer_unprocessed' : 'answer_ended'
}

export const letterKindLabels = {
  receipt: '登记回执',
  correction_notice: '补正告知书',
  extension_notice: '延期答复告知书',
  third_party_consultation: '征求第三方意见函',
  other_agency_consultation: '征求其他机关意见函',
  third_party_decision: '决定公开告知第三方书',
  fee_notice: '收费通知',
  answer_granted: '予以公开告知书',
  answer_already_public: '已主动公开告知书',
  answer_partly_granted: '部分公开告知书',
  answer_refused: '不予公开告知书',
  answer_not_held: '政府信息不存在告知书',
  answer_other_agency: '不属于本机关公开告知书',
  answer_must_create: '没有现成信息告知书',
  answer_unclear: '补正后仍不明确告知书',
  answer_unprocessed: '不予处理告知书',
  answer_ended: '终止办理告知书',
} satisfies Record<LetterKind, string>
