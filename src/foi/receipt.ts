import type { Day } from '#platform/clock'
import type { Channel } from './contract.ts'
import { refuse } from './refusals.ts'

/**
 * The day of legal receipt, from which the clock counts. Handed over in person: the day itself; otherwise the day
 * that both sides confirmed, which must be on record. Law: Order 711 art. 31. Throws: Refusal.
 */
export function assertReceipt(given: {
  channel: Channel
  arrivedOn: Day
  receivedOn: Day
  note: string
  today: Day
}) {
  if (given.receivedOn > given.today)
    throw refuse('receipt_in_future', { receivedOn: '收到日期不能晚于今天。' })
  if (given.receivedOn < given.arrivedOn) throw refuse('receipt_before_arrival')
  const confirmedLater = given.channel !== 'in_person' && given.receivedOn > given.arrivedOn
  if (confirmedLater && !given.note) throw refuse('confirmation_missing')
}
