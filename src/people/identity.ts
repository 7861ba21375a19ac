import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import { actorOf, type Staff } from './contract.ts'
import { assertCan } from './permissions.ts'
import { refuse } from './refusals.ts'
import { endSessions, findActiveStaff } from './store.ts'

/** Who the identity provider says it is. `username` may change there; issuer and subject never do. */
export type Identity = { issuer: string; subject: string; username: string | undefined }
type Person = { id: number; name: string }

/**
 * The person behind an identity: the one it was bound to, else, the first time, the one with the same name, who is bound from
 * then on. Throws: Refusal sso_unknown, sso_bound.
 */
export async function personOf(tx: Tx, { issuer, subject, username }: Identity, now: Date): Promise<Person> {
  const bound = await tx
    .selectFrom('staff_identities as identity')
    .innerJoin('staff', 'staff.id', 'identity.staff_id')
    .select(['staff.id', 'staff.name', 'staff.active'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (bound && !bound.active) throw refuse('sso_unknown')
  if (bound) return bound
  const person = username ? await findActiveStaff(tx, username) : undefined
  if (!person) throw refuse('sso_unknown')
  const row = { issuer, subject, staff_id: person.id, bound_at: now }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('staff_identities')
    .values(row)
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) throw refuse('sso_bound')
  const actor = { kind: 'staff', ...person } as const
  record(tx, { actor, action: 'people.bind_identity', subject: { kind: 'staff', id: person.id } })
  return person
}

/**
 * For somebody who got a new identity at the provider: the next sign-in by name binds again. Ends the person's sessions.
 * Throws: Refusal not_allowed, not_found.
 */
export function unbindIdentity(platform: Platform, staff: Staff, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_roles')
    const { numDeletedRows } = await tx
      .deleteFrom('staff_identities')
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numDeletedRows) throw refuseGenerally('not_found')
    await endSessions(tx, id, platform.clock.now())
    record(tx, { actor: actorOf(staff), action: 'people.unbind_identity', subject: { kind: 'staff', id } })
  })
}
