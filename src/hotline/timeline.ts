import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'

/** One letter or call of a person; masked words. */
export type Contact = {
  kind: 'letter' | 'call'
  id: number
  number: string
  at: Date
  words: string
  state: string
}

const mostContacts = 100

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
    const rows = await tx
      .selectFrom('contact_timeline')
      .select(['kind', 'id', 'number', 'at', 'words', 'state'])
      .where('contact_key', '=', call.caller_key)
      .orderBy('at', 'desc')
      .limit(mostContacts)
      .$castTo<Contact>()
      .execute()
    return { items: rows }
  })
}
