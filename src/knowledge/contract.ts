import { z } from 'zod'
import { dayInput } from '#platform/clock/contract'

export const entryStatuses = ['draft', 'reviewed', 'suspended', 'retired'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export const audiences = ['public', 'internal'] as const
export type Audience = (typeof audiences)[number]
export const entryActions = ['edit', 'review', 'suspend', 'retire', 'hand_over'] as const
export type EntryAction = (typeof entryActions)[number]

/** Why an entry fell out of use: its policy, or its last day. */
export const staleReasons = ['withdrawn', 'changed', 'repealed', 'expired', 'day'] as const
export type StaleBecause = (typeof staleReasons)[number]

const text = (most: number) => z.string().trim().max(most)
/** A reply, a call or a talk that an entry is made of. */
export const origin = z.object({ corpus: z.enum(['letters', 'calls', 'talks']), entry: text(100).min(1) })
export type Origin = z.infer<typeof origin>
export const entryInput = z.object({
  topic: text(100).min(1, '请填写主题。'),
  question: text(500).min(1, '请填写问题。'),
  variants: z.array(text(500).min(1)).max(20).default([]),
  answer: text(20_000).min(1, '请填写答复口径。'),
  audience: z.enum(audiences).default('internal'),
  /** Policies of this site that the answer rests on. */
  sources: z.array(z.number().int().positive()).max(10).default([]),
  validUntil: dayInput.nullable().default(null),
  origin: origin.nullable().default(null),
})
export type EntryInput = z.infer<typeof entryInput>
export const entryChange = entryInput.extend({ version: z.number().int() })

export const entryOrders = ['-attention', '-newest'] as const
export const entryListQuery = z.object({
  /** Where the page before ended: attention and id of its last entry. */
  after: z
    .string()
    .regex(/^\d{1,12}_\d{1,15}$/)
    .optional(),
  sort: z.enum(entryOrders).default('-attention'),
  status: z.enum(entryStatuses).optional(),
  topic: text(100).optional(),
  words: text(100).optional(),
  mine: z.stringbool().optional(),
  /** Whose owner has left. */
  orphaned: z.stringbool().optional(),
})
export type EntryListQuery = z.infer<typeof entryListQuery>
export const mergeInput = z.object({ intoId: z.number().int().positive() })
export const digestQuery = z.object({ from: dayInput, until: dayInput })
export const weekParams = z.object({ from: dayInput })
export const reasonInput = z.object({ reason: text(500).min(1, '请说明原因。') })
export const ownerInput = z.object({ ownerId: z.number().int().positive() })
export const policyQuery = z.object({ words: text(100).default('') })

/**
 * What `suggestAnswers` of `#knowledge` answers, best first, at most five, no two of the same words: the stable door for whatever talks with citizens or
 * officers. A suggestion is for a person to read; nothing sends it by itself.
 */
export const suggestedAnswer = z.object({
  corpus: z.enum(['letters', 'entries']),
  entry: z.string(),
  title: z.string(),
  answer: z.string(),
  /** Of the taxonomy where it has one, else empty. */
  topic: z.string(),
  /** 0 to 1. */
  score: z.number(),
  /** Words that question and answer share, the rarest first. */
  because: z.array(z.string()),
})
export type SuggestedAnswer = z.infer<typeof suggestedAnswer>
