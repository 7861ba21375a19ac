import { z } from 'zod'
import { dayInput } from '#platform/clock/contract'

const text = z.string().trim().max(100).optional()

export const auditFilter = z.object({
  actor: text,
  action: text,
  subjectKind: text,
  subjectId: text,
  from: dayInput.optional(),
  to: dayInput.optional(),
})
