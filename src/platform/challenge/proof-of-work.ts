import { createHmac } from 'node:crypto'
import { createChallenge, type Payload, randomInt, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import type { Judged } from './question.ts'

/** About half a second of a desktop's time, a few seconds of an old telephone's. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, counterFrom: 300, counterTo: 900 }

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({ nonce: z.string().max(200), data: z.object({ until: z.number() }) }),
    signature: z.string().max(200),
  }),
  solution: z.looseObject({ counter: z.number(), derivedKey: z.string().max(500) }),
})

/** A puzzle for the reader's browser (ALTCHA); signed, not stored. */
export function askForWork(secretKey: string, expiresAt: Date) {
  return createChallenge({
    algorithm: work.algorithm,
    cost: work.cost,
    counter: randomInt(work.counterFrom, work.counterTo),
    deriveKey,
    // Not the library's own expiry, which asks the machine's clock: ours does.
    data: { until: expiresAt.getTime() },
    ...secrets(secretKey),
  })
}

/** `text` is what the widget put into the form: base64 of JSON. Whatever else it is has not passed. */
export async function judgeWork(secretKey: string, text: string, now: Date): Promise<Judged> {
  const read = payload.safeParse(parsed(text))
  if (!read.success) return { passed: false, why: 'wrong' }
  const { challenge, solution } = read.data as unknown as Payload
  const result = await verifySolution({ challenge, solution, deriveKey, ...secrets(secretKey) })
  if (!result.verified) return { passed: false, why: 'wrong' }
  const { nonce, data } = read.data.challenge.parameters
  const expiresAt = new Date(data.until)
  return expiresAt > now
    ? { passed: true, id: `work:${nonce}`, expiresAt }
    : { passed: false, why: 'expired' }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}

const secrets = (secretKey: string) => ({
  hmacSignatureSecret: keyFor(secretKey, 'challenge'),
  hmacKeySignatureSecret: keyFor(secretKey, 'challenge key'),
})
const keyFor = (secretKey: string, purpose: string) =>
  createHmac('sha256', secretKey).update(`proof of work ${purpose}`).digest('hex')
