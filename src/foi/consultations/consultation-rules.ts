import { addWorkingDays, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { Consulted, RulePack } from '../clock/rule-pack.ts'
import { houseRule } from '../refusals.ts'

/**
 * Last day for an opinion: the rule pack's working days from the day the letter reached them; while that day is not on record,
 * from the day it was sent. Law: Order 711 art. 32, art. 34. Throws: CalendarGap.
 */
export const opinionDueOn = (
  calendar: WorkingCalendar,
  pack: RulePack,
  { sentOn, deliveredOn }: { sentOn: Day; deliveredOn: Day | null },
): Day => addWorkingDays(calendar, deliveredOn ?? sentOn, pack.opinionWithin)

/** What a period for an opinion rests on. Order 492 names none for another agency. Law: Order 711 art. 32, art. 34; Order 492 art. 23. */
export const opinionLaw = ({ key, law }: RulePack, kind: Consulted): string => {
  if (kind === 'third_party') return law.consultation
  return key === '711' ? 'Order 711 art. 34' : houseRule
}

/** An agency has consented; for a third party, and under Order 492 for both, the agency decides itself. Law: Order 711 art. 34, art. 32; Order 492 art. 23. */
export const silenceMeans = ({ key }: RulePack, kind: Consulted): string => meanings[key][kind]
const meanings: Record<RulePack['key'], Record<Consulted, string>> = {
  '711': {
    other_agency: '逾期未提出意见，视为同意公开（第三十四条）',
    third_party: '逾期未提出意见，由本机关依照条例决定是否公开（第三十二条）',
  },
  '492': {
    other_agency: '逾期未提出意见，由本机关决定是否公开；2007年条例没有视为同意的规定',
    third_party: '逾期未提出意见，由本机关依照条例决定是否公开（2007年条例第二十三条）',
  },
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
