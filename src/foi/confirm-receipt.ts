import type { Staff } from '#people'
import type { Platform } from '#platform'
import { rulePackFor } from './clock/rule-pack.ts'
import type { ConfirmationInput } from './contract.ts'
import { keptWords } from './kept-words.ts'
import { moveRequest } from './move-request.ts'
import { assertReceipt } from './receipt.ts'
import { saveRequest } from './store.ts'

/** Both sides confirmed: the clock begins. Law: Order 711 art. 31. Throws: Refusal receipt_in_future, receipt_before_arrival, confirmation_missing. */
export function confirmReceipt(platform: Platform, staff: Staff, id: number, input: ConfirmationInput) {
  return moveRequest(platform, staff, id, 'confirm_receipt', async (tx, request) => {
    const { receivedOn, note } = input
    const { arrival, arrivedOn } = request
    assertReceipt({ arrival, arrivedOn, receivedOn, note, today: platform.clock.today() })
    const { shown, sealed } = await keptWords(platform, tx, id, note)
    await saveRequest(tx, request, {
      status: 'handling',
      received_on: receivedOn,
      rules: rulePackFor(receivedOn).key,
      handler_id: staff.id,
      confirmation_note: shown,
      confirmed_by: staff.id,
      confirmed_at: platform.clock.now(),
    })
    return { kind: 'received', on: receivedOn, detail: note ? { note: shown, sealed } : {} }
  })
}
