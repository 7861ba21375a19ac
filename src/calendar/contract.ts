import { z } from 'zod'
import type { Day } from '#platform/clock'

const day = z.iso.date().transform((text) => text as Day)
const named = z.record(day, z.string().trim().min(1).max(30))

/**
 * One holiday notice of the State Council's General Office. A later version of the same year replaces the earlier one.
 * Days of the December before belong to the notice that names them (29 to 31 December 2018: New Year 2019).
 */
export const holidayNotice = z.object({
  year: z.number().int().min(2008).max(2100),
  version: z.number().int().positive(),
  issuedOn: day.nullable(),
  source: z.string().trim().min(1).max(200),
  documentNumber: z.string().trim().max(100).default(''),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  daysOff: named,
  makeUpWorkdays: named,
})
export type HolidayNotice = z.infer<typeof holidayNotice>

/** What a day is, and why. */
export type DayKind =
  | { working: true; reason: 'weekday' }
  | { working: true; reason: 'make_up'; name: string }
  | { working: false; reason: 'weekend' }
  | { working: false; reason: 'holiday'; name: string }
