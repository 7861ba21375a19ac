import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from '#platform/seal'

const purpose = 'totp'
/** Unit: seconds. Source: RFC 6238 5.2. */
const period = 30

export const newSecret = (): string => new Secret({ size: 20 }).base32
export const sealSecret = (key: string, secret: string) => seal(key, purpose, Buffer.from(secret))
export const openSecret = (key: string, sealed: Buffer) => unseal(key, purpose, sealed).toString()

export function enrolmentAddress(secret: string, username: string, issuer: string): string {
  return totpOf(secret, username, issuer).toString()
}

/** The time step of a right code that was not used before, or undefined. One step of clock drift is let pass. */
export function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}

export const codeAt = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() })

const totpOf = (secret: string, label = 'gongkai', issuer = 'gongkai') =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period })
