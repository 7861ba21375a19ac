import { z } from 'zod'
import { type Day, isDay } from '#platform/clock'

const onDay = z
  .string()
  .refine(isDay, '须为 YYYY-MM-DD 的日期')
  .transform((text) => text as Day)

/** What happened to a case, as far as the clock cares. `on` is the day of the fact, not of its entry. */
export const clockEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('correction_notice'),
    on: onDay,
    /** What is missing, and the reasonable period to mend it. Law: Order 711 art. 30. */
    items: z.string().optional(),
    respondBy: onDay.optional(),
  }),
  z.object({ kind: z.literal('correction_received'), on: onDay }),
  z.object({
    kind: z.literal('consultation_sent'),
    on: onDay,
    with: z.enum(['third_party', 'other_agency']).default('third_party'),
    id: z.string().default('1'),
    name: z.string().max(200).optional(),
  }),
  z.object({
    kind: z.literal('consultation_returned'),
    on: onDay,
    id: z.string().default('1'),
    opinion: z.enum(['agrees', 'refuses', 'silent']).optional(),
  }),
  /** The letter reached them; their fifteen working days count from here. */
  z.object({ kind: z.literal('consultation_delivered'), on: onDay, id: z.string().default('1') }),
  z.object({
    kind: z.literal('extension'),
    on: onDay,
    workingDays: z.number().int().positive(),
    reason: z.string().max(1000).optional(),
    /** When and how the applicant was told. Law: Order 711 art. 33 ¶2. */
    toldOn: onDay.optional(),
    toldBy: z.string().max(20).optional(),
  }),
  z.object({ kind: z.literal('fee_notice'), on: onDay, amount: z.number().nonnegative().optional() }),
  z.object({ kind: z.literal('fee_paid'), on: onDay }),
  z.object({ kind: z.literal('volume_date_set'), on: onDay, until: onDay }),
])
export type ClockEvent = z.infer<typeof clockEvent>
