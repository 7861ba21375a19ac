import { record } from '#audit'
import { type LetterReceipt, openLetter } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { LetterFromCall } from './contract.ts'
import { refuse } from './refusals.ts'
import { unsealCaller, unsealContent } from './sealed.ts'

/**
 * A call that the desk cannot answer becomes a letter with its own clock; the caller can be told number and code at once.
 * Pressed twice it is one letter. Throws: Refusal not_allowed, not_found, call_settled, mailbox_unknown.
 */
export const turnIntoLetter = (
  platform: Platform,
  staff: Staff,
  callId: number,
  { mailbox, subject, consents }: LetterFromCall,
): Promise<LetterReceipt> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.answer')
    const call = await tx
      .selectFrom('calls')
      .select(['caller_sealed', 'content_sealed', 'outcome'])
      .where('id', '=', callId)
      .forUpdate()
      .executeTakeFirst()
    if (!call) throw refuseGenerally('not_found')
    if (call.outcome === 'turned_into_request') throw refuse('call_settled')
    const caller = call.caller_sealed && unsealCaller(platform, call.caller_sealed)
    const receipt = await openLetter(tx, platform, actorOf(staff), {
      mailbox,
      author: caller?.name ?? '',
      telephone: caller?.telephone ?? '',
      subject,
      body: unsealContent(platform, call.content_sealed),
      consents,
      source: { kind: 'call', id: callId },
    })
    await tx
      .updateTable('calls')
      .set({ outcome: 'turned_into_letter', forwarded_to: receipt.number, letter_id: receipt.id })
      .where('id', '=', callId)
      .execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'hotline.turn_into_letter',
      subject: { kind: 'call', id: callId },
      detail: { letter: receipt.number },
    })
    return receipt
  })
