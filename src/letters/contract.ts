import { z } from 'zod'
import { dayInput } from '#platform/clock/contract'

export const letterStatuses = [
  'received',
  'handling',
  'in_approval',
  'replied',
  'closed',
  'refused',
  'routed',
  'merged',
  'withdrawn',
] as const
export type LetterStatus = (typeof letterStatuses)[number]

/** What a member of staff opens a letter from: a call, a request re-routed under Order 711 art. 39, the counter, a letter on paper. */
export const letterSources = ['call', 'foi_request', 'counter', 'post', 'chat'] as const
export type LetterSource = { kind: (typeof letterSources)[number]; id?: number | undefined }

/** Why a letter is not taken up; the sender is told, and where to go. Source: rules.md 5.1; Order 711 art. 39. */
export const refusalGrounds = [
  'not_our_duty',
  'petition_channel',
  'in_lawsuit_or_review',
  'disclosure_request',
  'unclear',
  'repeated',
  'abusive',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]
/** Grounds that mean another authority: the sender is told which. Source: 信访工作条例 (2022) art. 22 [INF: counsel checks]. */
export const groundsElsewhere: readonly RefusalGround[] = [
  'not_our_duty',
  'petition_channel',
  'in_lawsuit_or_review',
]

const line = (most: number) => z.string().trim().max(most, `不能超过${most}个字。`)
const id = z.number().int().positive()

export const letterInput = z.object({
  mailbox: line(50).min(1, '请选择信箱。'),
  author: line(50).default(''),
  telephone: line(30).default(''),
  email: line(100)
    .refine(
      (text) => text === '' || z.email().safeParse(text).success,
      '邮箱地址不对，请改成 name@example.com 的样子，或者不填。',
    )
    .default(''),
  subject: line(100).min(2, '请填写标题。'),
  body: line(20_000).min(5, '请写明您的问题或者建议。'),
  consent: z.enum(['yes', 'no'], '请选择是否同意公开。').default('no'),
})
export type LetterInput = z.infer<typeof letterInput>

/** What a sender corrects by number and code. Law: PIPL art. 46. */
export const contactInput = letterInput.pick({ telephone: true, email: true })
export type ContactInput = z.output<typeof contactInput>

/** How long personal data of letters and talks is kept after they ended. [configuration] Unit: years. */
export const retentionInput = z.object({
  years: z.number('请填写年数。').int('请填写整数。').min(1, '至少1年。').max(100, '最多100年。'),
  basis: line(200).default(''),
})
export type RetentionInput = z.infer<typeof retentionInput>

/** A letter that came on paper or over the counter, written down by staff. */
export const staffLetterInput = letterInput.extend({ source: z.enum(['counter', 'post']) })
export type StaffLetterInput = z.infer<typeof staffLetterInput>

/** The sender told somebody, or a duty of the agency: why a letter may be public whose form does not say so. Law: PIPL art. 13 ¶1, art. 25. */
export const publicationBases = ['consent_told', 'legal_duty'] as const
export type PublicationBasis = (typeof publicationBases)[number]
export const basisInput = z.object({
  basis: z.enum(publicationBases, '请选择公开的依据。'),
  note: line(500).min(5, '请写明依据：来信人何时、怎样表示同意，或者法律法规的名称和条款。'),
})
export type BasisInput = z.infer<typeof basisInput>

export const refusalInput = z.object({
  ground: z.enum(refusalGrounds),
  note: line(500).default(''),
  /** Who is responsible, and how to reach them. */
  authority: line(200).default(''),
  /** The agency passed the letter on itself. */
  passedOn: z.boolean().default(false),
})
export type RefusalInput = z.output<typeof refusalInput>

export const dispatchInput = z.object({
  main: id,
  assisting: z.array(id).max(10).default([]),
  note: line(500).default(''),
})
export type DispatchInput = z.output<typeof dispatchInput>
export const reasonInput = z.object({ reason: line(1000).default('') })
export const opinionInput = z.object({ opinion: line(5000).min(1, '请填写意见。') })
export const outcomeInput = z.object({ outcome: line(5000).min(1, '请写明回访结果。') })
export const supervisionInput = z.object({ note: line(500).min(1, '请写明督办要求。') })
export const mergeInput = z.object({ into: line(50).min(1, '请填写主件编号。') })
export const classificationInput = z.object({ topicId: id.nullable() })
export const replyInput = z.object({
  body: line(20_000).min(5, '请填写答复内容。'),
  /** The officer has seen that the reply has signs of a mask, as an answer taken from another letter has, and means them. */
  starsMeant: z.boolean().default(false),
  /** Of the files that go with it, those that the public gets when the letter is released. */
  shownFiles: z.array(id).max(20).default([]),
  /** Sent to senders of merged letters in its stead, when it tells about this sender. */
  forMerged: line(20_000).default(''),
  /** The reference answer that was taken over, the last one. */
  from: z.object({ corpus: z.enum(['letters', 'entries']), entry: line(100).min(1) }).optional(),
})
export type ReplyInput = z.input<typeof replyInput>
/** Signs that a mask leaves: the sender would read them. */
export const hasMaskSigns = (text: string): boolean => /\*{2,}|（已删除）/.test(text)
/** What a file of a reply tells about people; `sender`: somebody whom the letter names. */
export const fileFindingKinds = [
  'sender',
  'name',
  'identity_number',
  'bank_card',
  'account',
  'mobile_phone',
  'telephone',
  'email',
  'number_plate',
  'home_address',
  'unread',
] as const
export type FileFinding = {
  kind: (typeof fileFindingKinds)[number]
  /** An error keeps the file from the public, a warning asks for somebody's eye. */
  level: 'error' | 'warning'
  count: number
}
export const suggestionInput = z.object({ text: line(5000).default('') })
export const replyDecisionInput = z.object({
  decision: z.enum(['approved', 'returned']),
  /** Of the reply and the public version that the approver read. */
  contentHash: z.string(),
  reason: line(1000).default(''),
  /** The approver saw the public version and lets it be shown. */
  release: z.boolean().default(false),
  /** Opened what is attached and would be public, as far as no program can tell. */
  filesChecked: z.boolean().default(false),
})
export type ReplyDecision = z.input<typeof replyDecisionInput>
/** The public version, edited by hand where the mask was not enough or too much. */
export const publicVersionInput = z.object({
  subject: line(100).min(1),
  body: line(20_000).min(1),
  reply: line(20_000).default(''),
  /** Attachments that the public may read, by name and text as they are shown; of the others nothing is. */
  attachments: z
    .array(z.object({ id, name: line(150).min(1, '请填写附件名称。'), text: line(20_000).default('') }))
    .max(20)
    .default([]),
  /** Files of the reply that the public gets; absent: as before. */
  replyFiles: z.array(id).max(20).optional(),
})
export type PublicVersion = z.output<typeof publicVersionInput>
/** A piece of the public version that is somebody's name after all; a single sign would put stars on everything. */
export const coverInput = z.object({
  words: z
    .string()
    .trim()
    .min(2, '请选择至少两个字。')
    .max(20, '请只选择姓名。')
    .regex(/^[^*\s]+$/, '请只选择姓名。'),
})
export const releaseInput = z.object({
  shown: z.boolean(),
  /** The letter as it was read. */
  version: z.number().int(),
  filesChecked: z.boolean().default(false),
})

export const letterOrders = ['newest', 'due'] as const
export const letterListQuery = z.object({
  status: z.enum(letterStatuses).optional(),
  open: z.stringbool().optional(),
  mailbox: line(50).optional(),
  topic: z.coerce.number().int().positive().optional(),
  department: z.coerce.number().int().positive().optional(),
  undispatched: z.stringbool().optional(),
  /** Dispatched to my department. */
  mine: z.stringbool().optional(),
  late: z.enum(['soon', 'overdue', 'three_months']).optional(),
  supervised: z.stringbool().optional(),
  follow_up: z.stringbool().optional(),
  from: dayInput.optional(),
  to: dayInput.optional(),
  text: line(100).optional(),
  order: z.enum(letterOrders).default('newest'),
  after: z
    .string()
    .regex(/^(?:\d{4}-\d{2}-\d{2}|-)_\d{1,15}$/)
    .optional(),
})
export type LetterListQuery = z.infer<typeof letterListQuery>

const withinDays = (most: number) => z.number().int().min(1).max(most)
export const mailboxInput = z.object({
  name: line(20).min(1, '请填写信箱名称。'),
  description: line(200).default(''),
  answer_within: withinDays(60),
  accept_within: withinDays(60),
  warn_before: z.number().int().min(0).max(20),
  follow_up_within: withinDays(60),
  objections_within: withinDays(90),
  attachments_most: z.number().int().min(0).max(10),
  name_required: z.boolean(),
  phone_required: z.boolean(),
  in_use: z.boolean(),
})
export type MailboxInput = z.output<typeof mailboxInput>

export const topicInput = z.object({
  name: line(30).min(1, '请填写主题名称。'),
  answerWithin: withinDays(60).nullable().default(null),
  inUse: z.boolean().default(true),
})
export type TopicInput = z.output<typeof topicInput>
export const newTopicInput = topicInput.extend({ parentId: id.nullable() })
export const topicFileInput = z.object({ csv: z.string().max(500_000) })
