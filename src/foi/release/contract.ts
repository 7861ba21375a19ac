import { z } from 'zod'
import { type Day, isDay } from '#platform/clock'

const part = z.number().min(0).max(1)
const dayText = z
  .string()
  .refine(isDay, '请填写日期，例如 2019-05-15。')
  .transform((text) => text as Day)
const line = (most: number) => z.string().trim().max(most, `不能超过${most}个字。`)

/** Which places of a PDF to cover, and why; the reasons go into the case, the covered words never. */
export const redactionInput = z.object({
  areas: z
    .array(z.object({ page: z.number().int().positive(), x: part, y: part, width: part, height: part }))
    .max(2000)
    .default([]),
  terms: z.array(line(200).min(1)).max(200).default([]),
  reasons: z.array(line(200).min(1)).min(1, '请写明遮盖的理由。').max(20),
})
export type RedactionInput = z.infer<typeof redactionInput>

export const releaseInput = z.object({ shown: z.boolean() })

/** Law: Order 711 art. 44. The item goes through the review like any other. */
export const publicationInput = z.object({
  sectionId: z.number().int().positive(),
  title: line(200).min(1, '请填写标题。'),
  summary: line(2000).default(''),
})
export type PublicationInput = z.infer<typeof publicationInput>

/** Law: Order 711 art. 18. */
export const reassessmentInput = z.object({
  on: dayText,
  result: z.enum(['still_withheld', 'may_be_disclosed']),
  reason: line(1000).min(1, '请写明评估的理由。'),
  nextOn: dayText.nullable().default(null),
})
export type ReassessmentInput = z.infer<typeof reassessmentInput>

/** `after`: the day and the id of the last row seen. */
export const withheldQuery = z.object({
  due: z.stringbool().optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_\d{1,15}$/)
    .optional(),
})
export type WithheldQuery = z.infer<typeof withheldQuery>
