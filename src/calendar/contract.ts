import { z } from 'zod'
import type { Day } from '#platform/clock'
import { dayInput } from '#platform/clock/contract'

const day = dayInput
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

/** Which notice, in which version, made a day off or a working day. */
export type NoticeReference = Pick<HolidayNotice, 'year' | 'version' | 'source' | 'documentNumber'>

export const noticeDay = z.object({
  day,
  kind: z.enum(['off', 'make_up']),
  name: z.string().trim().min(1).max(30),
})
export type NoticeDay = z.infer<typeof noticeDay>

/**
 * A notice as somebody enters it. An amendment usually names single holidays: it replaces those and leaves the year's
 * others as they are ('named_holidays'); a new year's notice names all ('whole_year').
 */
export const noticeInput = z.object({
  year: z.number().int().min(2008).max(2100),
  covers: z.enum(['whole_year', 'named_holidays']),
  issuedOn: day.nullable(),
  source: z.string().trim().min(1, '请填写通知名称。').max(200),
  documentNumber: z.string().trim().max(100).default(''),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  days: z.array(noticeDay).min(1, '请至少列出一天。').max(120),
})
export type NoticeInput = z.infer<typeof noticeInput>
/** `stamp`: the list that the preview was made from; another one by now means that the preview is not true any more. */
export const confirmedNotice = z.object({ notice: noticeInput, stamp: z.uuid() })

/** One date that a notice moves; `what`: which one, of an item that has several. */
export type MovedDate = {
  id: number
  number: string
  href: string
  what?: string
  before: Day | null
  after: Day | null
}
export type DayChange = { day: Day; working: boolean; name: string }
export type NoticePreview = {
  stamp: string
  year: number
  version: number
  horizon: Day
  /** Days that become working days or days off. */
  changes: DayChange[]
  warnings: string[]
  moved: { label: string; items: MovedDate[] }[]
}
/** What a file holds: a draft to look at, and the lines that cannot be read. */
export type NoticeDraft = {
  year: number | null
  issuedOn: string
  source: string
  documentNumber: string
  url: string
  days: NoticeDay[]
  bad: { line: number; reason: string }[]
}

/** What a day is, and why. */
export type DayKind =
  | { working: true; reason: 'weekday' }
  | { working: true; reason: 'make_up'; name: string }
  | { working: false; reason: 'weekend' }
  | { working: false; reason: 'holiday'; name: string }
