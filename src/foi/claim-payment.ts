import { record } from '#audit'
import type { Platform } from '#platform'
import { isDay } from '#platform/clock'
import { caseCalendar, clockOf, insertEvent, listEvents } from './events.ts'
import { refuse } from './refusals.ts'
import { assertMove } from './request.ts'
import { lockRequest } from './store.ts'

/**
 * The applicant tells that the fee is paid. It moves no date: staff look at the account and record `fee_paid`.
 * Source: 国办函〔2020〕109号. Throws: Refusal wrong_status, fee_not_asked, payment_incomplete, payment_before_notice, event_in_future.
 */
export function claimPayment(
  platform: Platform,
  id: number,
  { paidOn, payment }: { paidOn: string; payment: string },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const request = await lockRequest(tx, id)
    assertMove(request, 'claim_payment')
    const state = clockOf(await caseCalendar(tx), request, await listEvents(tx, [id]))
    if (state.waitsFor !== 'payment') throw refuse('fee_not_asked')
    if (!isDay(paidOn) || !payment)
      throw refuse('payment_incomplete', {
        ...(isDay(paidOn) ? {} : { paidOn: '请填写缴费的日期。' }),
        ...(payment ? {} : { payment: '请填写缴款书编号或者汇款人、金额。' }),
      })
    const today = platform.clock.today()
    if (paidOn > today) throw refuse('event_in_future', { paidOn: '缴费日期不能晚于今天。' })
    if (state.noticeOn && paidOn < state.noticeOn)
      throw refuse('payment_before_notice', { paidOn: `不能早于收费通知的日期${state.noticeOn}。` })
    const [on, at] = [today, platform.clock.now()]
    const detail = { paidOn, reason: payment }
    await insertEvent(tx, { requestId: id, kind: 'payment_claimed', on, detail, staffId: null, at })
    record(tx, {
      actor: { kind: 'citizen' },
      action: 'foi.claim_payment',
      subject: { kind: 'foi_request', id },
    })
  })
}
