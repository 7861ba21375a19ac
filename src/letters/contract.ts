import { z } from 'zod'

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

/** What a member of staff opens a letter from: a call, a request re-routed under Order 711 art. 39, the counter, a letter on paper. */
export const letterSources = ['call', 'foi_request', 'counter', 'post'] as const
export type LetterSource = { kind: (typeof letterSources)[number]; id?: number }

const line = (most: number) => z.string().trim().max(most, `不能超过${most}个字。`)

export const letterInput = z.object({
  mailbox: line(50).min(1, '请选择信箱。'),
  author: line(50).default(''),
  telephone: line(30).default(''),
  email: line(100).default(''),
  subject: line(100).min(2, '请填写标题。'),
  body: line(20_000).min(5, '请写明您的问题或者建议。'),
  consent: z.enum(['yes', 'no'], '请选择是否同意公开。').default('no'),
})
export type LetterInput = z.infer<typeof letterInput>

export const refusalInput = z.object({ ground: z.enum(refusalGrounds), note: line(500).default('') })
export const dispatchInput = z.object({
  departmentId: z.number().int().positive(),
  note: line(500).default(''),
})
export const replyInput = z.object({ body: line(20_000).min(5, '请填写答复内容。') })
export const replyDecisionInput = z.object({
  decision: z.enum(['approved', 'returned']),
  contentHash: z.string(),
  reason: line(1000).default(''),
  /** The approver saw the public version and lets it be shown. */
  release: z.boolean().default(false),
})
export type ReplyDecision = z.infer<typeof replyDecisionInput>
/** The public version, edited by hand where the mask was not enough or too much. */
export const publicVersionInput = z.object({
  subject: line(100).min(1),
  body: line(20_000).min(1),
  reply: line(20_000).default(''),
})
export const letterListQuery = z.object({
  status: z.enum(letterStatuses).optional(),
  open: z.stringbool().optional(),
  mailbox: line(50).optional(),
  text: line(100).optional(),
  after: z.coerce.number().int().positive().optional(),
})
export type LetterListQuery = z.infer<typeof letterListQuery>
