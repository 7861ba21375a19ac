import { record } from '#audit'
import type { Platform } from '#platform'
import { actorOf, type Staff } from './contract.ts'
import { refuse } from './refusals.ts'
import { enrolmentAddress, newSecret, openSecret, sealSecret, stepOf } from './second-factor.ts'
import { lockCredentials, saveCredentials } from './store.ts'

/** Makes a new secret; it counts only after a first right code. Answers what an authenticator app reads (otpauth://). */
export function beginSecondFactor(platform: Platform, staff: Staff): Promise<{ address: string }> {
  return platform.inTransaction(async (tx) => {
    const secret = newSecret()
    const totp_sealed = sealSecret(platform.config.secretKey, secret)
    await saveCredentials(tx, staff.id, { totp_sealed, totp_confirmed_at: null, totp_last_step: null })
    return { address: enrolmentAddress(secret, staff.username, 'Gongkai') }
  })
}

/** Throws: Refusal second_factor_wrong. */
export function confirmSecondFactor(platform: Platform, staff: Staff, code: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const known = await lockCredentials(tx, staff.username)
    const now = platform.clock.now()
    const secret = known?.totp_sealed && openSecret(platform.config.secretKey, known.totp_sealed)
    const step = secret ? stepOf(secret, code, now, known.totp_last_step) : undefined
    if (step === undefined) throw refuse('second_factor_wrong')
    await saveCredentials(tx, staff.id, { totp_confirmed_at: now, totp_last_step: step })
    record(tx, {
      actor: actorOf(staff),
      action: 'people.confirm_second_factor',
      subject: { kind: 'staff', id: staff.id },
    })
  })
}
