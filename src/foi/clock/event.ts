import { z } from 'zod'
import { type Day, isDay } from '#platform/clock'

const onDay = z
  .string()
  .refine(isDay, '须为 YYYY-MM-DD 的日期')
  .transform((text) => text as Day)
const words = z.string().max(2000).optional()
/** Who approved it; the use case writes the name of the person who does. */
const approvedBy = z.string().max(100).optional()
/** When and how the applicant was told. Law: Order 711 art. 33 ¶2, art. 35. */
const told = { toldOn: onDay.optional(), toldBy: z.string().max(20).optional() }

/** Why an answered case is handled again. Law: Order 711 art. 51; 行政复议法 (2023) art. 64. */
export const reopeningBases = ['reconsideration', 'lawsuit', 'superior', 'own_insight'] as const
export type ReopeningBasis = (typeof reopeningBases)[number]

/** The day of entry of what was entered after the due date: before it, nothing is excluded (ADR 0035). */
const countsFrom = onDay.optional()

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
    countsFrom,
  }),
  z.object({
    kind: z.literal('consultation_returned'),
    on: onDay,
    id: z.string().default('1'),
    opinion: z.enum(['agrees', 'refuses', 'silent']).optional(),
  }),
  /** The letter reached them; their fifteen working days count from here. */
  z.object({
    kind: z.literal('consultation_delivered'),
    on: onDay,
    id: z.string().default('1'),
    countsFrom,
  }),
  z.object({
    kind: z.literal('extension'),
    on: onDay,
    workingDays: z.number().int().positive(),
    reason: z.string().max(1000).optional(),
    ...told,
    approvedBy,
  }),
  z.object({ kind: z.literal('fee_notice'), on: onDay, amount: z.number().nonnegative().optional() }),
  z.object({ kind: z.literal('fee_paid'), on: onDay }),
  /** Clearly too many requests: the applicant is asked why. It moves no date. Law: Order 711 art. 35. */
  z.object({ kind: z.literal('reasons_asked'), on: onDay }),
  /** What the agency thinks of the reasons; none were given by then: unreasonable. Law: Order 711 art. 35. */
  z.object({
    kind: z.literal('reasons_weighed'),
    on: onDay,
    found: z.enum(['reasonable', 'unreasonable']),
    reasons: words,
  }),
  z.object({
    kind: z.literal('volume_date_set'),
    on: onDay,
    until: onDay,
    reason: words,
    ...told,
    approvedBy,
  }),
  /** The answer is to be made anew: counted from `on`, or by the day that the decision sets. */
  z.object({
    kind: z.literal('reopened'),
    on: onDay,
    reason: words,
    basis: z.enum(reopeningBases).default('own_insight'),
    documentNumber: z.string().max(100).optional(),
    answerBy: onDay.optional(),
  }),
])
export type ClockEvent = z.infer<typeof clockEvent>
export type EventOf<Kind extends ClockEvent['kind']> = Extract<ClockEvent, { kind: Kind }>
