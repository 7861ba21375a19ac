import type { WorkingCalendar } from '#calendar'
import { type Day, isDay } from '#platform/clock'
import { payBy } from './clock/judge.ts'
import type { RulePack } from './clock/rule-pack.ts'
import type { CaseDue, CaseEvent } from './events.ts'

/** The applicant's own period; the day after it the case may be ended (逾期不补正、逾期未缴费). */
export type ApplicantBy = { kind: 'correction' | 'payment'; on: Day; lapsed: boolean }

/** Until when the applicant answers a notice, while the clock waits for it. Law: Order 711 art. 30; 国办函〔2020〕109号. Throws: CalendarGap. */
export function applicantBy(
  calendar: WorkingCalendar,
  pack: Pick<RulePack, 'payWithin'>,
  due: Pick<CaseDue, 'waitsFor'> | null,
  events: readonly CaseEvent[],
  today: Day,
): ApplicantBy | null {
  const last = (kind: string) => events.findLast((event) => event.kind === kind)
  if (due?.waitsFor === 'correction') {
    const until = String(last('correction_notice')?.detail.respondBy ?? '')
    return isDay(until) ? { kind: 'correction', on: until, lapsed: today > until } : null
  }
  const notice = due?.waitsFor === 'payment' ? last('fee_notice') : undefined
  if (!notice) return null
  const on = payBy(calendar, pack, notice.on)
  return { kind: 'payment', on, lapsed: today > on }
}
