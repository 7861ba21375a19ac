import { record } from '#audit'
import { type Contact, contactsOf } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'

/**
 * What the caller of this call asked before and after, by telephone or letter, when a number was left. Joining a person's
 * contacts is a read of personal data and goes on the record. Throws: Refusal not_allowed, not_found.
 */
export async function readTimeline(
  platform: Platform,
  staff: Staff,
  callId: number,
): Promise<{ items: Contact[] }> {
  assertCan(staff, 'hotline.answer')
  return platform.inTransaction(async (tx) => {
    const call = await tx.selectFrom('calls').select('caller_key').where('id', '=', callId).executeTakeFirst()
    if (!call) throw refuse('not_found')
    if (!call.caller_key) return { items: [] }
    record(tx, { actor: actorOf(staff), action: 'hotline.timeline', subject: { kind: 'call', id: callId } })
    return { items: await contactsOf(tx, call.caller_key).execute() }
  })
}
