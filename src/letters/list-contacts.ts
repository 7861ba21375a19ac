import type { Tx } from '#platform/db'

/** One call, letter or talk of a person; masked words. */
export type Contact = {
  kind: 'letter' | 'call' | 'talk'
  id: number
  number: string
  at: Date
  words: string
  state: string
}
const mostContacts = 100

/** Calls, letters and talks of whoever left this number, newest first. The caller puts the read on the record. */
export function contactsOf(tx: Tx, contactKey: string) {
  return tx
    .selectFrom('contact_timeline')
    .select(['kind', 'id', 'number', 'at', 'words', 'state'])
    .where('contact_key', '=', contactKey)
    .orderBy('at', 'desc')
    .limit(mostContacts)
    .$castTo<Contact>()
}
