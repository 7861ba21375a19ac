import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { CostsInput } from '../contract.ts'
import { packOf } from '../events.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'

/**
 * Costs of search, copies and post that the applicant paid, on the day of payment. It moves no date.
 * Law: Order 492 art. 27. Unit: yuan.
 * Throws: Refusal event_in_future, costs_before_receipt, costs_new_rules (and those of the status).
 */
export function recordCosts(
  platform: Platform,
  staff: Staff,
  id: number,
  { on, amount }: CostsInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'record_costs', (_tx, request) => {
    if (packOf(request).processingFee) throw refuse('costs_new_rules')
    if (on > platform.clock.today()) throw refuse('event_in_future')
    if (request.receivedOn && on < request.receivedOn) throw refuse('costs_before_receipt')
    return { kind: 'costs_paid', on, detail: { amount } }
  })
}
