import { sameOrNextWorkingDay, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import { rulePacks } from './clock/rule-pack.ts'
import type { Arrival, Channel } from './contract.ts'
import { refuse } from './refusals.ts'

/** The agency confirms on the day of arrival, or on the next working day where it is a day off. Law: Order 711 art. 31 (3). */
export const confirmBy = (calendar: WorkingCalendar, arrivedOn: Day): Day =>
  sameOrNextWorkingDay(calendar, arrivedOn)

type Receipt = { arrival: Arrival; arrivedOn: Day; receivedOn: Day; note: string; today: Day }

/** Where nothing else was noted. */
export const arrivalOf = (channel: Channel): Arrival =>
  channel === 'in_person' ? 'handed_over' : channel === 'letter' ? 'ordinary' : 'electronic'

/** The day counts at once; otherwise it is the day that both sides confirmed. Law: Order 711 art. 31. */
export const needsConfirmation = (arrival: Arrival): boolean =>
  arrival === 'ordinary' || arrival === 'electronic'

/**
 * The day of legal receipt, from which the clock counts; before Order 711 what came in by mail or fax counted on the day it came.
 * Law: Order 711 art. 31; 国办公开办函〔2015〕207号.
 * Throws: Refusal receipt_in_future, receipt_before_arrival, receipt_not_arrival, confirmation_missing.
 */
export function assertReceipt({ arrival, arrivedOn, receivedOn, note, today }: Receipt) {
  if (receivedOn > today) throw refuse('receipt_in_future', { receivedOn: '收到日期不能晚于今天。' })
  if (receivedOn < arrivedOn) throw refuse('receipt_before_arrival')
  if (!needsConfirmation(arrival)) {
    if (receivedOn !== arrivedOn) throw refuse('receipt_not_arrival')
    return
  }
  const confirmed = receivedOn > arrivedOn || receivedOn >= rulePacks['711'].inForceFrom
  if (confirmed && !note) throw refuse('confirmation_missing', { note: '请写明确认的时间和方式。' })
}
