import { z } from 'zod'
import { type Day, isDay } from '#platform/clock'
import { reopeningBases } from './clock/event.ts'
import { feeMethods } from './fee/fee.ts'

/** Ways to apply, as in the form of 2014, three (一). Law: Order 492 art. 20; Order 711 art. 29. */
export const channels = ['in_person', 'fax', 'internet', 'letter'] as const
export type Channel = (typeof channels)[number]

/** Columns of table three in the form's order. Source: rules.md 2.3. */
export const applicantKinds = [
  'natural_person',
  'business',
  'research',
  'social_welfare',
  'legal_service',
  'other_organization',
] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Rows 3 to 23 of table three in the form's order. Source: rules.md 1.4 and 2.3. */
export const outcomes = [
  'granted',
  'partly_granted',
  'refused_state_secret',
  'refused_forbidden_by_law',
  'refused_security',
  'refused_third_party',
  'refused_internal',
  'refused_process',
  'refused_enforcement_file',
  'refused_administrative_query',
  'unavailable_not_held',
  'unavailable_must_create',
  'unavailable_still_unclear',
  'unprocessed_petition',
  'unprocessed_duplicate',
  'unprocessed_publication',
  'unprocessed_excessive',
  'unprocessed_confirm_again',
  'other_no_correction',
  'other_fee_unpaid',
  'other',
] as const
export type Outcome = (typeof outcomes)[number]

/** Finer than the row where the law, or the form of 2014, tells two things apart; which goes with which outcome: outcome-details.ts. Source: rules.md 1.4; 2.6, three (三). */
export const outcomeDetails = [
  'already_public',
  'provided',
  'trade_secret',
  'privacy',
  'other_agency',
  'does_not_exist',
] as const
export type OutcomeDetail = (typeof outcomeDetails)[number]

/** Law: Order 711 art. 45 (registration, review, handling, answer, archive). */
export const requestStatuses = [
  'submitted',
  'handling',
  'in_approval',
  'approved',
  'answered',
  'archived',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Law: Order 711 art. 51. A lawsuit is filed directly or after a reconsideration (table four). */
export const remedyKinds = [
  'complaint',
  'reconsideration',
  'lawsuit_direct',
  'lawsuit_after_reconsideration',
] as const
export type RemedyKind = (typeof remedyKinds)[number]
export const remedyResults = ['upheld', 'corrected', 'other'] as const

export const channel = z.enum(channels)
export const applicantKind = z.enum(applicantKinds)
export const outcome = z.enum(outcomes)

const dayText = z
  .string()
  .refine(isDay, '请填写日期，例如 2019-05-15。')
  .transform((text) => text as Day)
const line = (most: number) => z.string().trim().max(most, `不能超过${most}个字。`)

/** Digits with area code and extension. */
const isFax = /^[+（(]?\d[\d\s()（）-]{5,}$/
const isEmail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

export const identityKinds = ['identity_card', 'passport', 'other', 'organization_code'] as const
export const formsWanted = ['electronic', 'paper', 'copy', 'inspect'] as const
export const deliveries = ['online', 'email', 'post', 'counter', 'fax'] as const

/** Help with reading, seeing or hearing. Law: Order 711 art. 43. */
export const helps = ['none', 'reading', 'seeing', 'hearing'] as const
/** How it reached the agency; the day of legal receipt depends on it. Law: Order 711 art. 31. */
export const arrivals = ['handed_over', 'signed_for', 'ordinary', 'electronic'] as const
export type Arrival = (typeof arrivals)[number]

/** What an application must say. Law: Order 711 art. 29 ¶2. */
export const applicationInput = z.object({
  applicantKind,
  name: line(100).min(1, '请填写姓名或者名称。'),
  identityKind: z.enum(identityKinds, '请选择证件类型。'),
  identityNumber: line(50).min(1, '请填写证件号码。'),
  telephone: line(30).min(5, '请填写联系电话。'),
  email: line(100)
    .refine((text) => text === '' || isEmail.test(text), '电子邮箱的格式不对，例如 name@example.cn。')
    .default(''),
  address: line(300).default(''),
  fax: line(30)
    .refine((text) => text === '' || isFax.test(text), '传真号码的格式不对，例如 010-12345678。')
    .default(''),
  /** Of an organisation: its head, and whom to call. */
  representative: line(100).default(''),
  contactName: line(100).default(''),
  help: z.enum(helps, '请选择需要的帮助。').default('none'),
  description: line(20_000).min(5, '请写明所需信息的名称、文号或者便于查询的其他特征。'),
  documentNumber: line(100).default(''),
  formWanted: z.enum(formsWanted, '请选择信息的形式。').default('electronic'),
  delivery: z.enum(deliveries, '请选择获取方式。').default('online'),
})
export type ApplicationInput = z.infer<typeof applicationInput>

/** What paper or spoken words may lack: it is registered all the same, and asked for. Law: Order 711 art. 29 ¶2 (1), art. 30. */
export const lacks = ['identity', 'contact'] as const
export type Lack = (typeof lacks)[number]
const onPaper = {
  identityNumber: line(50).default(''),
  telephone: line(30).default(''),
}

/** Entered by staff from paper, fax, or spoken words. Law: Order 711 art. 29 ¶1 and art. 31. */
export const registrationInput = applicationInput.extend({
  ...onPaper,
  channel,
  arrival: z.enum(arrivals).optional(),
  /** Spoken; staff typed it in. Law: Order 711 art. 29 ¶1. */
  oral: z.boolean().default(false),
  arrivedOn: dayText,
  /** Null: it arrived, and is not confirmed with the applicant yet. */
  receivedOn: dayText.nullable().default(null),
  confirmationNote: line(500).default(''),
})
export type RegistrationInput = z.infer<typeof registrationInput>

/** What the entry screen knows before it saves: enough to find the same application again. */
export const likeInput = applicationInput.pick({ name: true, description: true }).extend({
  ...onPaper,
  name: line(100).default(''),
  email: line(100).default(''),
  description: line(20_000).default(''),
})
export type LikeInput = z.infer<typeof likeInput>

/** What was lacking, brought later; with a reason, what was wrong and is corrected. */
export const completionInput = applicationInput
  .pick({ identityKind: true, email: true, address: true, fax: true })
  .extend({ ...onPaper, name: line(100).default(''), reason: line(500).default('') })
export type CompletionInput = z.infer<typeof completionInput>

/** The earlier case, by its id or its number; neither: the link is taken away. */
export const duplicateInput = z.object({
  ofId: z.number().int().positive().nullable().default(null),
  number: line(100).default(''),
  reason: line(1000).default(''),
})
export type DuplicateInput = z.infer<typeof duplicateInput>

/** How staff made sure that whoever asks is the applicant. */
export const identityChecks = ['document', 'telephone', 'written'] as const
export const codeInput = z.object({
  checkedBy: z.enum(identityChecks, '请选择核对的方式。'),
  reason: line(500).min(1, '请填写原因。'),
})
export type CodeInput = z.infer<typeof codeInput>

export const confirmationInput = z.object({ receivedOn: dayText, note: line(500).default('') })
export type ConfirmationInput = z.infer<typeof confirmationInput>

export const assignmentInput = z.object({
  departmentId: z.number().int().positive(),
  handlerId: z.number().int().positive().nullable().default(null),
  internalDueOn: dayText.nullable().default(null),
})
export const searchInput = z.object({
  on: dayText,
  place: line(500).min(1, '请填写检索范围。'),
  result: line(2000).min(1, '请填写检索结果。'),
})

export const consultationInput = z.object({
  kind: z.enum(['third_party', 'other_agency']),
  name: line(200).min(1, '请填写被征求意见的单位或者个人。'),
  contact: line(300).default(''),
  /** A person's name is masked in lists. */
  isPerson: z.boolean().default(false),
  letter: line(10_000).min(1, '请写明征求意见的内容。'),
  on: dayText,
})
export type ConsultationInput = z.infer<typeof consultationInput>
export const opinionInput = z.object({
  on: dayText,
  opinion: z.enum(['agrees', 'refuses', 'silent']),
  reasons: line(5000).default(''),
})
export type OpinionInput = z.infer<typeof opinionInput>
export const onInput = z.object({ on: dayText })

export const feeNoticeInput = z.object({
  on: dayText,
  method: z.enum(feeMethods),
  /** Requests (a request with several matters may be split), or pages. */
  quantity: z.number().int().min(1).max(100_000),
  way: line(500).min(1, '请写明缴费方式。'),
})
export type FeeNoticeInput = z.infer<typeof feeNoticeInput>

/** What the applicant paid for search, copies and post. Law: Order 492 art. 27. Unit: yuan, to the cent. */
export const costsInput = z.object({
  on: dayText,
  amount: z
    .number('请填写金额。')
    .min(0.01, '金额须大于零。')
    .max(1_000_000, '金额过大，请核对。')
    .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, '金额最多精确到分。'),
})
export type CostsInput = z.infer<typeof costsInput>

export const extensionProposal = z.object({
  workingDays: z.number().int().min(1).max(20),
  reason: line(1000).min(1, '请写明延长的理由。'),
})

/** One part of what was asked, with its own treatment. Law: Order 711 art. 37. */
export const answerPart = z.object({
  part: line(500).min(1, '请写明是哪一部分。'),
  outcome,
  outcomeDetail: z.enum(outcomeDetails).nullish(),
  reason: line(2000).default(''),
})
export type AnswerPart = z.infer<typeof answerPart>

export const answerInput = z.object({
  outcome,
  outcomeDetail: z.enum(outcomeDetails).nullable().default(null),
  body: line(40_000).default(''),
  parts: z.array(answerPart).max(20).default([]),
})
export type AnswerInput = z.infer<typeof answerInput>

export const legalReviewInput = z.object({
  verdict: z.enum(['agrees', 'objects']),
  contentHash: z.string(),
  opinion: line(5000).default(''),
})
export type LegalReviewInput = z.infer<typeof legalReviewInput>
export const answerDecisionInput = z.object({
  decision: z.enum(['approved', 'returned']),
  contentHash: z.string(),
  reason: line(1000).default(''),
})
/** By e-mail the mail server's acceptance is the proof. */
export const deliveryInput = z
  .object({ on: dayText, by: z.enum(deliveries), proof: line(500).default('') })
  .refine(({ by, proof }) => by === 'email' || proof !== '', {
    path: ['proof'],
    message: '请写明送达凭证，例如挂号信编号或者签收人。',
  })
export type DeliveryInput = z.infer<typeof deliveryInput>
/** Why an answered case is handled again, and by when. Law: Order 711 art. 51. */
export const reopeningInput = z.object({
  reason: line(1000).default(''),
  basis: z.enum(reopeningBases).default('own_insight'),
  documentNumber: line(100).default(''),
  /** Null: today. */
  on: dayText.nullable().default(null),
  answerBy: dayText.nullable().default(null),
})
export type ReopeningInput = z.infer<typeof reopeningInput>
export const reasonInput = z.object({ reason: line(1000).default('') })
export const remedyInput = z.object({
  requestId: z.number().int().positive().nullable().default(null),
  kind: z.enum(remedyKinds),
  filedOn: dayText,
  note: line(1000).default(''),
})
export type RemedyInput = z.infer<typeof remedyInput>
export const remedyResultInput = z.object({ result: z.enum(remedyResults), decidedOn: dayText })

/** How long personal data is kept after the answer. [configuration] Unit: years. */
export const retentionInput = z.object({
  years: z.number('请填写年数。').int('请填写整数。').min(1, '至少1年。').max(100, '最多100年。'),
  basis: line(200).default(''),
})
export type RetentionInput = z.infer<typeof retentionInput>

/** Numbers of the rules that are not certain, from a day on; notes in uncertain/values.ts. */
export const valuesInput = z.object({
  fromDay: dayText,
  opinionWithin492: z.number('请填写天数。').int('请填写整数。').min(1).max(60),
  payWithin: z.number('请填写天数。').int('请填写整数。').min(1).max(60),
  feeFrom: dayText,
  lookAgainAfter: z.number('请填写天数。').int('请填写整数。').min(30).max(3650),
  basis: line(500).min(1, '请写明依据，例如核对过的条文。'),
})
export type ValuesInput = z.infer<typeof valuesInput>

export const publicLogInput = z.object({
  shown: z.boolean(),
  words: line(500).default(''),
  answer: line(2000).default(''),
})
export type PublicLogInput = z.infer<typeof publicLogInput>

export const fileKinds = [
  'identity_proof',
  'application',
  'correction',
  'delivery_proof',
  'consultation',
] as const
export type FileKindOfCase = (typeof fileKinds)[number]

/** What waits for a second person, besides the approval of an answer (its status says so). */
export const awaitedDecisions = ['extension', 'later_date', 'override', 'legal_review'] as const
export type AwaitedDecision = (typeof awaitedDecisions)[number]

export const requestListQuery = z.object({
  status: z.enum(requestStatuses).optional(),
  awaits: z.enum(awaitedDecisions).optional(),
  open: z.stringbool().optional(),
  handlerId: z.coerce.number().int().positive().optional(),
  departmentId: z.coerce.number().int().positive().optional(),
  unassigned: z.stringbool().optional(),
  channel: channel.optional(),
  /** Of the receipt; while that is not confirmed, of the arrival. */
  year: z.coerce.number().int().min(1950).max(2200).optional(),
  text: line(100).optional(),
  after: z.coerce.number().int().positive().optional(),
})
export type RequestListQuery = z.infer<typeof requestListQuery>
