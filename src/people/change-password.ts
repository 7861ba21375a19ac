import { record } from '#audit'
import { type Platform, type Refusal, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import { actorOf, type ChangePasswordInput, type Staff } from './contract.ts'
import { askPassword } from './count-failure.ts'
import { hashPassword } from './password.ts'
import { assertStrong } from './sign-in-rules.ts'
import { endSessions, lockCredentials, saveCredentials } from './store.ts'

/**
 * Changes one's own password and ends one's other sessions. A wrong old one counts as at the sign-in.
 * Throws: Refusal password_wrong, account_locked, password_weak.
 */
export async function changePassword(
  platform: Platform,
  staff: Staff,
  input: ChangePasswordInput,
  keepToken: string,
): Promise<void> {
  const refused = await platform.inTransaction((tx) =>
    change(tx, platform.clock.now(), staff, input, keepToken),
  )
  if (refused) throw refused
}

async function change(
  tx: Tx,
  now: Date,
  staff: Staff,
  input: ChangePasswordInput,
  keepToken: string,
): Promise<Refusal | undefined> {
  const known = await lockCredentials(tx, staff.username)
  if (!known) throw refuseGenerally('not_signed_in')
  const refused = await askPassword(tx, known, input.oldPassword, now)
  if (refused) return refused
  assertStrong(input.newPassword, { username: staff.username, oldPassword: input.oldPassword })
  const password_hash = await hashPassword(input.newPassword)
  await saveCredentials(tx, staff.id, { password_hash, must_change: false, changed_at: now })
  await endSessions(tx, staff.id, now, keepToken)
  record(tx, {
    actor: actorOf(staff),
    action: 'people.change_password',
    subject: { kind: 'staff', id: staff.id },
  })
  return undefined
}
