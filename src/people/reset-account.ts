import { type Actor, record } from '#audit'
import type { Tx } from '#platform/db'
import { firstPassword, hashPassword } from './password.ts'
import { refuse } from './refusals.ts'
import { endSessions, saveCredentials } from './store.ts'

/**
 * For an administrator whom nobody can help, by whoever keeps the server: a new first password and no second factor.
 * Throws: Refusal account_unknown, account_closed.
 */
export async function resetAccount(tx: Tx, actor: Actor, username: string, now: Date): Promise<string> {
  const staff = await tx
    .selectFrom('staff')
    .select(['id', 'active'])
    .where('username', '=', username)
    .forUpdate()
    .executeTakeFirst()
  if (!staff) throw refuse('account_unknown')
  if (!staff.active) throw refuse('account_closed')
  const password = firstPassword()
  await saveCredentials(tx, staff.id, {
    password_hash: await hashPassword(password),
    must_change: true,
    failures: 0,
    locked_until: null,
    totp_sealed: null,
    totp_pending_sealed: null,
    totp_confirmed_at: null,
    totp_last_step: null,
  })
  await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', staff.id).execute()
  await endSessions(tx, staff.id, now)
  record(tx, { actor, action: 'people.reset_account', subject: { kind: 'staff', id: staff.id } })
  return password
}
