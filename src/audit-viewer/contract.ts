import { z } from 'zod'
import type { Day } from '#platform/clock'

const text = z.string().trim().max(100).optional()
const day = z.iso
  .date()
  .transform((value) => value as Day)
  .optional()

export const auditFilter = z.object({
  actor: text,
  action: text,
  subjectKind: text,
  subjectId: text,
  from: day,
  to: day,
})
