import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { type Contact, contactsOf } from './list-contacts.ts'

/**
 * What the sender of this letter asked before and after, by telephone or letter, when a number was left: the view that the hotline
 * reads, too. Joining a person's contacts is a read of personal data and goes on the record. Throws: Refusal not_allowed, not_found.
 */
export function readContacts(platform: Platform, staff: Staff, id: number): Promise<{ items: Contact[] }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.handle')
    const letter = await tx.selectFrom('letters').select('sender_key').where('id', '=', id).executeTakeFirst()
    if (!letter) throw refuse('not_found')
    if (!letter.sender_key) return { items: [] }
    record(tx, { actor: actorOf(staff), action: 'letters.read_contacts', subject: { kind: 'letter', id } })
    const items = await contactsOf(tx, letter.sender_key)
      .where((eb) => eb.or([eb('kind', '<>', 'letter'), eb('id', '<>', id)]))
      .execute()
    return { items }
  })
}
