import { record } from '#audit'
import type { Refusal } from '#platform'
import type { Tx } from '#platform/db'
import { matches } from './password.ts'
import { refuse } from './refusals.ts'
import { afterFailure, isLocked } from './sign-in-rules.ts'
import { type Credentials, saveCredentials } from './store.ts'

type Code = 'sign_in_failed' | 'second_factor_wrong' | 'password_wrong'

/** One more wrong answer of somebody; what it is refused with. The caller commits the count and then throws. */
export async function countFailure(tx: Tx, known: Credentials, now: Date, code: Code): Promise<Refusal> {
  const next = afterFailure({ failures: known.failures, lockedUntil: known.locked_until }, now)
  await saveCredentials(tx, known.id, { failures: next.failures, locked_until: next.lockedUntil })
  record(tx, {
    actor: { kind: 'staff', id: known.id, name: known.name },
    action: next.lockedUntil ? 'people.lock' : 'people.sign_in_refused',
    subject: { kind: 'staff', id: known.id },
  })
  return refuse(next.lockedUntil ? 'account_locked' : code)
}

/**
 * Asks somebody who is signed in for the password once more: an open console is no proof of the person, and no place to guess.
 * Answers what it is refused with: the caller commits the count and then throws.
 */
export async function askPassword(
  tx: Tx,
  known: Credentials,
  password: string,
  now: Date,
): Promise<Refusal | undefined> {
  if (isLocked({ failures: known.failures, lockedUntil: known.locked_until }, now))
    return refuse('account_locked')
  if (!(await matches(known.password_hash, password))) return countFailure(tx, known, now, 'password_wrong')
  return undefined
}
