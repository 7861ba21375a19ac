import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { instantOf } from '#platform/clock'
import { rulePackFor } from './clock/rule-pack.ts'
import type { RegistrationInput } from './contract.ts'
import { insertEvent } from './events.ts'
import { assertApplicant, openCase } from './open-case.ts'
import { assertReceipt } from './receipt.ts'

/**
 * Staff enter a request from the counter, a letter, a fax, or spoken words.
 * Law: Order 711 art. 29 ¶1, art. 31. Throws: Refusal not_allowed, receipt_in_future, receipt_before_arrival, confirmation_missing, identity_number_invalid.
 */
export function registerRequest(
  platform: Platform,
  staff: Staff,
  input: RegistrationInput,
): Promise<{ id: number; number: string }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    assertApplicant(input)
    const { channel, arrivedOn, receivedOn, confirmationNote: note } = input
    assertReceipt({ channel, arrivedOn, receivedOn, note, today: platform.clock.today() })
    const submittedAt = instantOf(arrivedOn, '09:00')
    const { id, number } = await openCase(platform, tx, input, { channel, submissionKey: null, submittedAt })
    const rules = rulePackFor(receivedOn).key
    await tx
      .updateTable('foi_requests')
      .set({
        status: 'handling',
        received_on: receivedOn,
        rules,
        confirmation_note: note,
        handler_id: staff.id,
      })
      .where('id', '=', id)
      .execute()
    const at = platform.clock.now()
    await insertEvent(tx, {
      requestId: id,
      kind: 'received',
      on: receivedOn,
      detail: { channel },
      staffId: staff.id,
      at,
    })
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.register',
      subject: { kind: 'foi_request', id },
      detail: { number, receivedOn, channel },
    })
    return { id, number }
  })
}
