import { addWorkingDays, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { Consulted, RulePack } from '../clock/rule-pack.ts'

/**
 * Last day for an opinion: fifteen working days from the day the letter reached them; while that day is not on record,
 * from the day it was sent. Law: Order 711 art. 32, art. 34. Throws: CalendarGap.
 */
export const opinionDueOn = (
  calendar: WorkingCalendar,
  pack: RulePack,
  { sentOn, deliveredOn }: { sentOn: Day; deliveredOn: Day | null },
): Day => addWorkingDays(calendar, deliveredOn ?? sentOn, pack.opinionWithin)

/** What silence means: an agency has consented; for a third party the agency decides itself. Law: Order 711 art. 34, art. 32. */
export const silenceMeans: Record<Consulted, string> = {
  other_agency: '逾期未提出意见，视为同意公开（第三十四条）',
  third_party: '逾期未提出意见，由本机关依照条例决定是否公开（第三十二条）',
}

/** A third party refuses and nobody decided that the public interest weighs more: what it protects stays closed. Law: Order 711 art. 32. */
export const blocksRelease = (consultation: {
  kind: Consulted
  opinion: string | null
  overrideReason: string | null
}): boolean =>
  consultation.kind === 'third_party' &&
  consultation.opinion === 'refuses' &&
  consultation.overrideReason === null
