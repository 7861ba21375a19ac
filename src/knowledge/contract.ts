import { z } from 'zod'
import type { Day } from '#platform/clock'

export const entryStatuses = ['draft', 'reviewed', 'suspended', 'retired'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export const audiences = ['public', 'internal'] as const
export type Audience = (typeof audiences)[number]
export const entryActions = ['edit', 'review', 'suspend', 'retire'] as const
export type EntryAction = (typeof entryActions)[number]

const text = (most: number) => z.string().trim().max(most)
/** A reply or a call that an entry is made of. */
export const origin = z.object({ corpus: z.enum(['letters', 'calls']), entry: text(100).min(1) })
export type Origin = z.infer<typeof origin>
export const entryInput = z.object({
  topic: text(100).min(1, '请填写主题。'),
  question: text(500).min(1, '请填写问题。'),
  variants: z.array(text(500).min(1)).max(20).default([]),
  answer: text(20_000).min(1, '请填写答复口径。'),
  audience: z.enum(audiences).default('internal'),
  sourceArticleId: z.number().int().positive().nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
  origin: origin.nullable().default(null),
})
export type EntryInput = z.infer<typeof entryInput>
export const entryChange = entryInput.extend({ version: z.number().int() })

export const entryListQuery = z.object({
  after: z.coerce.number().int().positive().optional(),
  status: z.enum(entryStatuses).optional(),
  topic: text(100).optional(),
  words: text(100).optional(),
  mine: z.stringbool().optional(),
})
export type EntryListQuery = z.infer<typeof entryListQuery>
export const mergeInput = z.object({ intoId: z.number().int().positive() })
export const digestQuery = z.object({
  from: z.iso.date().transform((day) => day as Day),
  until: z.iso.date().transform((day) => day as Day),
})
export const reasonInput = z.object({ reason: text(500).min(1, '请说明原因。') })
