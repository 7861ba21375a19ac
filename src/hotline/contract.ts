import { z } from 'zod'
import { registrationInput } from '#foi/contract'
import { dayInput } from '#platform/clock/contract'
import { exportFormat, sortInput } from '#platform/table/contract'

/** Law: 国办发〔2020〕53号 (a hotline sorts its calls). The four of this agency's own log. */
export const callKinds = [
  'policy_consultation',
  'information_query',
  'service_guide',
  'complaint_report',
] as const
export type CallKind = (typeof callKinds)[number]

export const callOutcomes = ['answered', 'transferred', 'turned_into_letter', 'turned_into_request'] as const
export type CallOutcome = (typeof callOutcomes)[number]

const text = (most: number) => z.string().trim().max(most)
/** What the letter needs that the call does not say. Law: PIPL art. 25 (consent is asked on the telephone). */
export const letterFromCall = z.object({
  mailbox: text(50).min(1, '请选择信箱。'),
  subject: text(100).min(1, '请填写标题。'),
  consents: z.boolean().default(false),
})
export type LetterFromCall = z.infer<typeof letterFromCall>

/** What an agent writes down of one call. */
export const callInput = z.object({
  kind: z.enum(callKinds),
  topic: text(100).default(''),
  callerName: text(100).default(''),
  callerTelephone: text(30).default(''),
  content: text(5000).min(1, '请写下来电内容。'),
  answer: text(10_000).default(''),
  from: z.object({ corpus: z.enum(['letters', 'entries']), entry: text(100) }).optional(),
  outcome: z.enum(callOutcomes).default('answered'),
  /** A department of the agency; another agency goes by its name in `forwardedTo`. */
  unitId: z.number().int().positive().optional(),
  forwardedTo: text(100).default(''),
  /** Turned into a letter at once, in the same step. */
  letter: letterFromCall.optional(),
})
export type CallInput = z.infer<typeof callInput>

/** What a department did about a call that was handed to it. */
export const resultInput = z.object({ result: text(5000).min(1, '请写明办理情况。') })
export type ResultInput = z.infer<typeof resultInput>
export const transferQuery = z.object({ settled: z.stringbool().default(false) })
export type TransferQuery = z.infer<typeof transferQuery>

/** Words of a caller are never put in an address: the search is a POST. */
export const questionInput = z.object({ text: text(5000) })

export const callListQuery = z.object({
  /** Where the page before ended: instant and id of its last call. */
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,15}$/)
    .optional(),
  kind: z.enum(callKinds).optional(),
  outcome: z.enum(callOutcomes).optional(),
  topic: text(100).optional(),
  words: text(100).optional(),
  from: dayInput.optional(),
  until: dayInput.optional(),
  sort: sortInput(['called'], '-called'),
})
export type CallListQuery = z.infer<typeof callListQuery>

export const analysisQuery = z.object({ from: dayInput, until: dayInput })
/** The list as it is narrowed, oldest first. */
export const exportQuery = callListQuery.omit({ after: true, sort: true }).extend({ format: exportFormat })
export type ExportQuery = z.infer<typeof exportQuery>

/** What the office for disclosure adds to a call that asked for information. Law: Order 711 art. 29. */
export const requestFromCall = registrationInput.omit({
  channel: true,
  arrival: true,
  oral: true,
  arrivedOn: true,
})
export type RequestFromCall = z.infer<typeof requestFromCall>
