import { z } from 'zod'
import { callKinds, letterFromCall, requestFromCall } from '#hotline/contract'
import { dayInput } from '#platform/clock/contract'
import { exportFormat, sortInput } from '#platform/table/contract'

export const talkStatuses = ['waiting', 'talking', 'closed'] as const
export type TalkStatus = (typeof talkStatuses)[number]
export const talkOutcomes = ['answered', 'unanswered', 'turned_into_letter', 'turned_into_request'] as const
export type TalkOutcome = (typeof talkOutcomes)[number]
export const authors = ['citizen', 'agent', 'note'] as const
export type Author = (typeof authors)[number]
export const talkActions = ['claim', 'say', 'note', 'transfer', 'close', 'turn'] as const
export type TalkAction = (typeof talkActions)[number]

/** Unit: characters of one message. Longer is a letter. */
export const messageMost = 2000
const text = (most: number) => z.string().trim().max(most, `不能超过${most}个字。`)

/** What a citizen types before there is a talk. */
export const questionInput = z.object({
  question: text(messageMost).min(2, '请写下您的问题。'),
  author: text(50).default(''),
  telephone: text(30).default(''),
})
export type QuestionInput = z.infer<typeof questionInput>

/** `key`: sent again, it is the same message. Its length is judged by the use case, which says so in words. */
export const messageInput = z.object({
  body: z.string().trim().max(100_000),
  key: text(100).min(8),
  from: z.object({ corpus: z.enum(['letters', 'entries']), entry: text(100) }).optional(),
})
export type MessageInput = z.infer<typeof messageInput>
export const wordsInput = z.object({ text: text(5000) })

/** `present`: as long as the console is open. */
export const dutyInput = z.object({ present: z.boolean() })
export const transferInput = z.object({ agentId: z.number().int().positive() })
export const closingInput = z.object({ kind: z.enum(callKinds), topic: text(100).default('') })
export type ClosingInput = z.infer<typeof closingInput>
export const letterFromTalk = letterFromCall
export const requestFromTalk = requestFromCall
export type RequestFromTalk = z.infer<typeof requestFromTalk>
/** Whom the office for disclosure asks back. Law: Order 711 art. 29 ¶2 (1). */
export const applicantInput = z.object({ name: text(100).default(''), telephone: text(30).default('') })
export type ApplicantInput = z.infer<typeof applicantInput>

export const talkListQuery = z.object({
  /** Where the page before ended: instant and id of its last talk. */
  after: z
    .string()
    .regex(/^\d{1,14}_\d{1,15}$/)
    .optional(),
  status: z.enum(talkStatuses).optional(),
  outcome: z.enum(talkOutcomes).optional(),
  kind: z.enum(callKinds).optional(),
  topic: text(100).optional(),
  mine: z.stringbool().optional(),
  from: dayInput.optional(),
  until: dayInput.optional(),
  sort: sortInput(['opened'], '-opened'),
})
export type TalkListQuery = z.infer<typeof talkListQuery>
/** The list as it is narrowed, oldest first. */
export const exportQuery = talkListQuery.omit({ after: true, sort: true }).extend({ format: exportFormat })
export type ExportQuery = z.infer<typeof exportQuery>
export const boardQuery = z.object({ from: dayInput, until: dayInput })

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '请填写几点几分，例如 09:00。')
export const serviceHours = z
  .array(
    z
      .object({ from: time, until: time })
      .refine(({ from, until }) => from < until, '结束时间应当晚于开始时间。'),
  )
  .min(1, '请至少填写一段服务时间。')
  .max(3)
export type ServiceHours = z.infer<typeof serviceHours>
export const chatSettingsInput = z.object({
  inUse: z.boolean(),
  hours: serviceHours,
  /** Unit: minutes. */
  idleAfter: z.number().int().min(5).max(240),
  mailbox: text(50).nullable().default(null),
})
export type ChatSettings = z.infer<typeof chatSettingsInput>

/** Talks of one agent, or of all. Unit of the median: minutes, one decimal; null when nothing was answered. */
export type BoardRow = {
  name: string
  received: number
  answered: number
  solved: number
  notSolved: number
  medianMinutes: number | null
}
