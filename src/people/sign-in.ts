import { randomBytes } from 'node:crypto'
import { record } from '#audit'
import { type Platform, Refusal } from '#platform'
import type { Tx } from '#platform/db'
import type { SignInInput } from './contract.ts'
import { countFailure } from './count-failure.ts'
import { matches } from './password.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { refuse } from './refusals.ts'
import { openSecret, stepOf } from './second-factor.ts'
import { isLocked } from './sign-in-rules.ts'
import { type Credentials, insertSession, lockCredentials, saveCredentials } from './store.ts'

/**
 * Opens a session. A wrong password is counted even though the sign-in is refused.
 * Throws: Refusal sign_in_failed, account_locked, second_factor_needed, second_factor_wrong.
 */
export async function signIn(platform: Platform, input: SignInInput): Promise<{ token: string }> {
  const outcome = await platform.inTransaction(async (tx) => {
    const known = await lockCredentials(tx, input.username)
    return attempt(platform, tx, known, input)
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

async function attempt(platform: Platform, tx: Tx, known: Credentials | undefined, input: SignInInput) {
  const now = platform.clock.now()
  const attempts = { failures: known?.failures ?? 0, lockedUntil: known?.locked_until ?? null }
  if (isLocked(attempts, now)) return refuse('account_locked')
  const right = await matches(known?.password_hash, input.password)
  if (!known) return refuse('sign_in_failed')
  if (!right) return countFailure(tx, known, now, 'sign_in_failed')
  if (known.totp_sealed && known.totp_confirmed_at) {
    if (!input.code) return refuse('second_factor_needed')
    if (/^\d{6}$/.test(input.code)) {
      const secret = openSecret(platform.config.secretKey, known.totp_sealed)
      const step = stepOf(secret, input.code, now, known.totp_last_step)
      if (step === undefined) return countFailure(tx, known, now, 'second_factor_wrong')
      await saveCredentials(tx, known.id, { totp_last_step: step })
    } else {
      if (!(await spendRecoveryCode(tx, known.id, input.code, now)))
        return countFailure(tx, known, now, 'second_factor_wrong')
      note(tx, known, 'people.spend_recovery_code')
    }
  }
  await saveCredentials(tx, known.id, { failures: 0, locked_until: null })
  const token = randomBytes(32).toString('base64url')
  await insertSession(tx, known.id, token, now, 'password')
  note(tx, known, 'people.sign_in')
  return { token }
}

function note(tx: Tx, known: Credentials, action: string) {
  const actor = { kind: 'staff', id: known.id, name: known.name } as const
  record(tx, { actor, action, subject: { kind: 'staff', id: known.id } })
}
