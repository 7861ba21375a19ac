import type { Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { rulePackFor } from './clock/rule-pack.ts'
import type { ConfirmationInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { assertReceipt } from './receipt.ts'
import { saveRequest } from './store.ts'

/** Both sides confirmed: the clock begins. Law: Order 711 art. 31. Throws: Refusal receipt_in_future, receipt_before_arrival, confirmation_missing. */
export function confirmReceipt(platform: Platform, staff: Staff, id: number, input: ConfirmationInput) {
  return moveRequest(platform, staff, id, 'confirm_receipt', async (tx, request) => {
    const { receivedOn, note } = input
    const arrivedOn = dayOf(request.submittedAt)
    assertReceipt({ channel: request.channel, arrivedOn, receivedOn, note, today: platform.clock.today() })
    await saveRequest(tx, request, {
      status: 'handling',
      received_on: receivedOn,
      rules: rulePackFor(receivedOn).key,
      handler_id: staff.id,
    })
    await tx.updateTable('foi_requests').set({ confirmation_note: note }).where('id', '=', id).execute()
    return { kind: 'received', on: receivedOn }
  })
}
