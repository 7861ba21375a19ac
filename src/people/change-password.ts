import { record } from '#audit'
import type { Platform } from '#platform'
import { refuse as refuseGenerally } from '#platform'
import { actorOf, type ChangePasswordInput, type Staff } from './contract.ts'
import { hashPassword, matches } from './password.ts'
import { refuse } from './refusals.ts'
import { assertStrong } from './sign-in-rules.ts'
import { endSessions, lockCredentials, saveCredentials } from './store.ts'

/** Changes one's own password and ends one's other sessions. Throws: Refusal sign_in_failed, password_weak. */
export function changePassword(
  platform: Platform,
  staff: Staff,
  input: ChangePasswordInput,
  keepToken: string,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const known = await lockCredentials(tx, staff.username)
    if (!known) throw refuseGenerally('not_signed_in')
    if (!(await matches(known.password_hash, input.oldPassword))) throw refuse('sign_in_failed')
    assertStrong(input.newPassword, { username: staff.username, oldPassword: input.oldPassword })
    const now = platform.clock.now()
    const password_hash = await hashPassword(input.newPassword)
    await saveCredentials(tx, staff.id, { password_hash, must_change: false, changed_at: now })
    await endSessions(tx, staff.id, now, keepToken)
    record(tx, {
      actor: actorOf(staff),
      action: 'people.change_password',
      subject: { kind: 'staff', id: staff.id },
    })
  })
}
