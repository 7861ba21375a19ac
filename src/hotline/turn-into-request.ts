import { record } from '#audit'
import { registerRequest } from '#foi'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, within } from '#platform'
import type { Tx } from '#platform/db'
import type { RequestFromCall } from './contract.ts'
import { refuse } from './refusals.ts'
import { lockSealed, saveOutcome } from './store.ts'

/**
 * The office for disclosure writes down what a caller asked for: an oral request, received on the day that both sides confirmed
 * it. The desk took the words; proof of identity is asked for afterwards. Pressed twice it is one request.
 * Law: Order 711 art. 29 ¶1, art. 31. Throws: Refusal not_allowed, not_found, not_awaiting, and those of `registerRequest`.
 */
export const turnIntoRequest = (
  platform: Platform,
  staff: Staff,
  callId: number,
  given: RequestFromCall,
): Promise<{ id: number; number: string }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    const call = await lockSealed(tx, callId)
    if (call.request_id !== null) return known(tx, call.request_id)
    if (!call.awaits_registration) throw refuse('not_awaiting')
    // No form has a column for telephones: spoken words count as handed over in person [INF], confirmed as art. 31 says of other ways.
    const request = await registerRequest(within(platform, tx), staff, {
      ...given,
      channel: 'in_person',
      arrival: 'electronic',
      oral: true,
      arrivedOn: call.on_day,
    })
    await saveOutcome(tx, callId, {
      forwarded_to: request.number,
      request_id: request.id,
      awaits_registration: false,
    })
    record(tx, {
      actor: actorOf(staff),
      action: 'hotline.turn_into_request',
      subject: { kind: 'call', id: callId },
      detail: { request: request.number },
    })
    return request
  })

const known = (tx: Tx, id: number) =>
  tx.selectFrom('foi_requests').select(['id', 'number']).where('id', '=', id).executeTakeFirstOrThrow()
