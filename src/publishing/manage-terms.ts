import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { TermInput } from './contract.ts'

export function listTerms(platform: Platform) {
  return platform.db.selectFrom('checked_terms').selectAll().orderBy('term').execute()
}

/** Adds a term to the agency's word list, or changes what is said of it. Throws: Refusal not_allowed. */
export function saveTerm(platform: Platform, staff: Staff, input: TermInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.publish')
    const { term: _, ...said } = input
    await tx
      .insertInto('checked_terms')
      .values(input)
      .onConflict((on) => on.column('term').doUpdateSet(said))
      .execute()
    note(tx, staff, 'publishing.save_term', input.term)
  })
}

/** Throws: Refusal not_allowed. */
export function removeTerm(platform: Platform, staff: Staff, term: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.publish')
    await tx.deleteFrom('checked_terms').where('term', '=', term).execute()
    note(tx, staff, 'publishing.remove_term', term)
  })
}

function note(tx: Parameters<typeof record>[0], staff: Staff, action: string, term: string) {
  record(tx, { actor: actorOf(staff), action, subject: { kind: 'term', id: term } })
}
