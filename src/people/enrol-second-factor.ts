import { toDataURL } from 'qrcode'
import { record } from '#audit'
import { type Platform, Refusal, refuse as refuseGenerally } from '#platform'
import { actorOf, type Staff } from './contract.ts'
import { askPassword } from './count-failure.ts'
import { assertCan } from './permissions.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { refuse } from './refusals.ts'
import { enrolmentAddress, newSecret, openSecret, sealSecret, stepOf } from './second-factor.ts'
import { lockCredentials, saveCredentials } from './store.ts'

/**
 * Makes a new secret; the one in use stays until the new one's first right code. The password is asked again: an open
 * console is no proof of the person. Answers what an authenticator app reads (otpauth://), as text and as a picture.
 * A wrong one counts as at the sign-in. Throws: Refusal password_wrong, account_locked.
 */
export async function beginSecondFactor(platform: Platform, staff: Staff, password: string) {
  const address = await platform.inTransaction(async (tx) => {
    const known = await lockCredentials(tx, staff.username)
    if (!known) throw refuseGenerally('not_signed_in')
    const refused = await askPassword(tx, known, password, platform.clock.now())
    if (refused) return refused
    const secret = newSecret()
    await saveCredentials(tx, staff.id, {
      totp_pending_sealed: sealSecret(platform.config.secretKey, secret),
    })
    return enrolmentAddress(secret, staff.username, 'Gongkai')
  })
  if (address instanceof Refusal) throw address
  return { address, picture: await toDataURL(address, { margin: 2, width: 220 }) }
}

/** The first right code puts the secret in use; answers the recovery codes. Throws: Refusal second_factor_wrong. */
export function confirmSecondFactor(
  platform: Platform,
  staff: Staff,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  return platform.inTransaction(async (tx) => {
    const known = await lockCredentials(tx, staff.username)
    const now = platform.clock.now()
    const sealed = known?.totp_pending_sealed
    const step = sealed ? stepOf(openSecret(platform.config.secretKey, sealed), code, now, null) : undefined
    if (!sealed || step === undefined) throw refuse('second_factor_wrong')
    await saveCredentials(tx, staff.id, {
      totp_sealed: sealed,
      totp_pending_sealed: null,
      totp_confirmed_at: now,
      totp_last_step: step,
    })
    const subject = { kind: 'staff', id: staff.id }
    record(tx, { actor: actorOf(staff), action: 'people.confirm_second_factor', subject })
    return { recoveryCodes: await renewRecoveryCodes(tx, staff.id) }
  })
}

/**
 * For somebody who lost device and recovery codes. The security administrator does it, the password is the system
 * administrator's: neither alone can become somebody else. Law: GB/T 22239-2019. Throws: Refusal not_allowed, not_found.
 */
export function removeSecondFactor(platform: Platform, staff: Staff, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_roles')
    const gone = {
      totp_sealed: null,
      totp_pending_sealed: null,
      totp_confirmed_at: null,
      totp_last_step: null,
    }
    const { numUpdatedRows } = await tx
      .updateTable('staff_credentials')
      .set(gone)
      .where('staff_id', '=', id)
      .executeTakeFirst()
    if (!numUpdatedRows) throw refuseGenerally('not_found')
    await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', id).execute()
    const subject = { kind: 'staff', id }
    record(tx, { actor: actorOf(staff), action: 'people.remove_second_factor', subject })
  })
}
