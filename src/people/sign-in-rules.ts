import { refuse } from './refusals.ts'

const minute = 60_000
/** Source: GB/T 22239-2019 8.1.4.1 (lock-out and time-out are required, their numbers are the agency's). */
export const signInLimits = {
  failures: 5,
  lockMs: 15 * minute,
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  passwordLength: 12,
  /** How long a permission to change an administrator's account lasts. */
  permissionMs: 24 * 60 * minute,
  /** An account unused this long is shown to the administrator. */
  unusedMs: 90 * 24 * 60 * minute,
}

export type Attempts = { failures: number; lockedUntil: Date | null }

export function isLocked({ lockedUntil }: Attempts, now: Date): boolean {
  return lockedUntil !== null && lockedUntil > now
}

/** The count after one more wrong password; the lock starts the count anew. */
export function afterFailure({ failures }: Attempts, now: Date): Attempts {
  return failures + 1 >= signInLimits.failures
    ? { failures: 0, lockedUntil: new Date(now.getTime() + signInLimits.lockMs) }
    : { failures: failures + 1, lockedUntil: null }
}

export function sessionLives(session: { createdAt: Date; seenAt: Date }, now: Date): boolean {
  return now < sessionEnd(session)
}

/** When a session ends by itself if nothing more is done. */
export function sessionEnd({ createdAt, seenAt }: { createdAt: Date; seenAt: Date }): Date {
  return new Date(
    Math.min(seenAt.getTime() + signInLimits.idleMs, createdAt.getTime() + signInLimits.absoluteMs),
  )
}

/** Throws: Refusal password_weak. */
export function assertStrong(password: string, given: { username: string; oldPassword?: string }) {
  const long = [...password].length >= signInLimits.passwordLength
  const named = password.toLowerCase().includes(given.username.toLowerCase())
  if (!long || named || password === given.oldPassword) throw refuse('password_weak')
}
