import { z } from 'zod'

export const entryStatuses = ['draft', 'reviewed', 'suspended', 'retired'] as const
export type EntryStatus = (typeof entryStatuses)[number]
export const audiences = ['public', 'internal'] as const
export type Audience = (typeof audiences)[number]
export const entryActions = ['edit', 'review', 'suspend', 'retire'] as const
export type EntryAction = (typeof entryActions)[number]

const text = (most: number) => z.string().trim().max(most)
export const entryInput = z.object({
  topic: text(100).min(1, '请填写主题。'),
  question: text(500).min(1, '请填写问题。'),
  variants: z.array(text(500).min(1)).max(20).default([]),
  answer: text(20_000).min(1, '请填写答复口径。'),
  audience: z.enum(audiences).default('internal'),
  sourceArticleId: z.number().int().positive().nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
})
export type EntryInput = z.infer<typeof entryInput>
export const entryChange = entryInput.extend({ version: z.number().int() })

export const entryListQuery = z.object({
  after: z.coerce.number().int().positive().optional(),
  status: z.enum(entryStatuses).optional(),
  topic: text(100).optional(),
})
export type EntryListQuery = z.infer<typeof entryListQuery>
export const reasonInput = z.object({ reason: text(500).min(1, '请说明原因。') })
