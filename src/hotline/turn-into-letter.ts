import { record } from '#audit'
import { type LetterReceipt, openLetter } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { LetterFromCall } from './contract.ts'
import { refuse } from './refusals.ts'
import { unsealCaller, unsealContent } from './sealed.ts'
import { contentOf, lockSealed, saveOutcome } from './store.ts'

/**
 * A call that the desk cannot answer becomes a letter with its own clock; the caller can be told number and code at once.
 * Pressed twice it is one letter. Throws: Refusal not_allowed, not_found, call_settled, call_erased, mailbox_unknown.
 */
export const turnIntoLetter = (
  platform: Platform,
  staff: Staff,
  callId: number,
  given: LetterFromCall,
): Promise<LetterReceipt> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.answer')
    return openFromCall(tx, platform, staff, callId, given)
  })

/** In the transaction of the caller, who has asked for the permission. Throws: Refusal not_found, call_settled, call_erased, mailbox_unknown. */
export async function openFromCall(
  tx: Tx,
  platform: Platform,
  staff: Staff,
  callId: number,
  { mailbox, subject, consents }: LetterFromCall,
): Promise<LetterReceipt> {
  const call = await lockSealed(tx, callId)
  const elsewhere = call.outcome === 'turned_into_request' && !call.awaits_registration
  // A number that was written by hand: there is a letter already, of which nothing more is known.
  const byHand = call.outcome === 'turned_into_letter' && call.letter_id === null
  if (elsewhere || byHand) throw refuse('call_settled')
  const caller = call.caller_sealed && unsealCaller(platform, call.caller_sealed)
  const receipt = await openLetter(tx, platform, actorOf(staff), {
    mailbox,
    author: caller?.name ?? '',
    telephone: caller?.telephone ?? '',
    subject,
    body: unsealContent(platform, contentOf(call)),
    consents,
    source: { kind: 'call', id: callId },
  })
  await saveOutcome(tx, callId, {
    outcome: 'turned_into_letter',
    forwarded_to: receipt.number,
    letter_id: receipt.id,
    awaits_registration: false,
  })
  record(tx, {
    actor: actorOf(staff),
    action: 'hotline.turn_into_letter',
    subject: { kind: 'call', id: callId },
    detail: { letter: receipt.number },
  })
  return receipt
}
