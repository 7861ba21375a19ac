import type { WorkingCalendar } from '#calendar'
import { addDays, type Day } from '#platform/clock'
import { opinionLaw } from '../consultations/consultation-rules.ts'
import type { CaseCalendar, CaseEvent } from '../events.ts'
import { confirmBy } from '../receipt.ts'
import { type CountedDay, countDays } from './explain.ts'
import { correctionNoticeBy, payBy } from './judge.ts'
import { feeLaw, type RulePack, rulePacks } from './rule-pack.ts'

/** A date beside the answer's own, that explains itself like it: from what it counts, and every day on the way. */
export type Period = { until: Day; words: string; law: string; days: CountedDay[] }

/** Before Order 711 it is the older letter that says so. Law: Order 711 art. 31 (3); 国办公开办函〔2015〕207号. Throws: CalendarGap. */
export function confirmationPeriod(calendar: WorkingCalendar, arrivedOn: Day): Period {
  const until = confirmBy(calendar, arrivedOn)
  return {
    until,
    words: `${arrivedOn} 到达，当日确认；到达日休息的，在下一个工作日确认`,
    law: arrivedOn < rulePacks['711'].inForceFrom ? '国办公开办函〔2015〕207号' : 'Order 711 art. 31 (3)',
    days: countDays(calendar, addDays(arrivedOn, -1), until),
  }
}

/** Null: the law names no limit. Throws: CalendarGap. */
export function correctionPeriod(calendar: WorkingCalendar, pack: RulePack, receivedOn: Day): Period | null {
  const until = correctionNoticeBy(calendar, pack, receivedOn)
  if (until === null) return null
  return {
    until,
    words: `自收到之日（${receivedOn}）的次日起 ${pack.correctionNoticeWithin} 个工作日内告知补正`,
    law: pack.law.correction,
    days: countDays(calendar, receivedOn, until),
  }
}

/** Null: no payment is awaited. Throws: CalendarGap. */
export function paymentPeriod(
  calendar: WorkingCalendar,
  pack: RulePack,
  waitsFor: string | null,
  events: readonly Pick<CaseEvent, 'kind' | 'on'>[],
): Period | null {
  const notice = events.findLast(({ kind }) => kind === 'fee_notice')
  if (waitsFor !== 'payment' || !notice) return null
  const until = payBy(calendar, pack, notice.on)
  return {
    until,
    words: `自收费通知（${notice.on}）的次日起 ${pack.payWithin} 个工作日内缴费`,
    law: feeLaw,
    days: countDays(calendar, notice.on, until),
  }
}

/** For the opinion of whom was asked. Throws: CalendarGap. */
export function opinionPeriod(
  calendar: CaseCalendar,
  pack: RulePack,
  asked: { kind: 'third_party' | 'other_agency'; sentOn: Day; deliveredOn: Day | null },
  until: Day,
): Period {
  const { sentOn, deliveredOn } = asked
  const from = deliveredOn ?? sentOn
  return {
    until,
    words: `自${deliveredOn ? '送达' : '发出'}（${from}）的次日起 ${pack.opinionWithin} 个工作日内提出意见${deliveredOn ? '' : '；登记送达后改自送达起算'}`,
    law: opinionLaw(pack, asked.kind),
    days: countDays(calendar, from, until),
  }
}
