import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { clockEvent } from '../clock/event.ts'
import { judgeEvent } from '../clock/judge.ts'
import { mayCharge } from '../clock/rule-pack.ts'
import type { FeeNoticeInput } from '../contract.ts'
import { caseCalendar, clockOf, listEvents, packOf } from '../events.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { feeFor, feeInWords, monthOf } from './fee.ts'

/**
 * Tells the applicant the fee with its basis, standard, amount and way to pay, within the period for the answer.
 * Law: Order 711 art. 42; 国办函〔2020〕109号.
 * Throws: Refusal event_in_future, fee_old_rules, fee_before_measure, fee_nothing_due, fee_notice_late, fee_twice, clock_stopped.
 */
export function sendFeeNotice(
  platform: Platform,
  staff: Staff,
  id: number,
  input: FeeNoticeInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'record_event', async (tx, request) => {
    const today = platform.clock.today()
    if (input.on > today) throw refuse('event_in_future')
    const pack = packOf(request)
    if (!pack.processingFee) throw refuse('fee_old_rules')
    if (!request.receivedOn || !mayCharge(pack, request.receivedOn)) throw refuse('fee_before_measure')
    const before = await requestsEarlierInMonth(tx, id)
    const fee = feeFor(input.method, input.quantity, before)
    if (fee.amount === 0) throw refuse('fee_nothing_due')
    const [calendar, events] = [await caseCalendar(tx), await listEvents(tx, [id])]
    const clock = clockOf(calendar, request, events)
    const { method, quantity, way } = input
    const detail = { amount: fee.amount, method, quantity, before, basis: feeInWords(fee), way }
    judgeEvent(
      calendar,
      pack,
      clock,
      clockEvent.parse({ kind: 'fee_notice', on: input.on, ...detail }),
      today,
    )
    return { kind: 'fee_notice', on: input.on, detail }
  })
}

/** Requests of the same applicant received earlier in the same calendar month; on one day, entered earlier. Source: rules.md 1.5. */
export async function requestsEarlierInMonth(db: Db | Tx, id: number): Promise<number> {
  const request = await db
    .selectFrom('foi_requests')
    .select(['applicant_digest', 'received_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!request?.applicant_digest || !request.received_on) return 0
  const receivedOn = request.received_on
  const { from, before } = monthOf(receivedOn)
  const { count } = await db
    .selectFrom('foi_requests')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('applicant_digest', '=', request.applicant_digest)
    .where('received_on', '>=', from)
    .where('received_on', '<', before)
    .where((eb) =>
      eb.or([
        eb('received_on', '<', receivedOn),
        eb.and([eb('received_on', '=', receivedOn), eb('id', '<', id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}
