import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's second recommendation for argon2id (the library's default algorithm): 19 MiB, 2 passes. Unit: KiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Somebody unknown costs as much time as somebody known, so that names cannot be guessed by the clock. */
export async function matches(known: string | undefined, password: string): Promise<boolean> {
  nobody ??= await hashPassword(randomBytes(16).toString('hex'))
  const same = await verify(known ?? nobody, password)
  return known !== undefined && same
}
let nobody: string | undefined

/** For the person to change at the first sign-in. */
export const firstPassword = (): string => randomBytes(12).toString('base64url')
