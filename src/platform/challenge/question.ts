import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** A sum in words, for readers without scripts: no picture, so that a screen reader speaks it. */
export type Question = { text: string; token: string }
export type Judged =
  | { passed: true; id: string; expiresAt: Date }
  | { passed: false; why: 'wrong' | 'expired' }

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const most = 10

/** Signed, not stored: shape of the token is `nonce.expiry in seconds.signature`. */
export function askQuestion(secretKey: string, expiresAt: Date): Question {
  const [first, second] = [randomInt(1, most + 1), randomInt(1, most + 1)]
  const start = `${randomBytes(12).toString('base64url')}.${Math.floor(expiresAt.getTime() / 1000)}`
  const text = `${digits[first]}加${digits[second]}等于几？`
  return { text, token: `${start}.${signature(secretKey, start, String(first + second))}` }
}

/** Full-width figures and spaces count as typed. */
export function judgeAnswer(secretKey: string, token: string, answer: string, now: Date): Judged {
  const [nonce = '', seconds = '', given = ''] = token.split('.')
  const expiresAt = new Date(Number(seconds) * 1000)
  const sum = answer.normalize('NFKC').trim()
  const expected = Buffer.from(signature(secretKey, `${nonce}.${seconds}`, sum))
  const sent = Buffer.from(given)
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected))
    return { passed: false, why: 'wrong' }
  return expiresAt > now
    ? { passed: true, id: `question:${nonce}`, expiresAt }
    : { passed: false, why: 'expired' }
}

const signature = (secretKey: string, start: string, sum: string) =>
  createHmac('sha256', secretKey).update(`challenge question\n${start}\n${sum}`).digest('base64url')
