import { createHmac, timingSafeEqual } from 'node:crypto'

/** No 0, O, 1, I, L: people read it from paper and over the telephone. 31 signs to the 10th: about 8e14 codes. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10

/** The code of a receipt. It is computed under the agency's key, never stored, so that staff can print a lost receipt again. */
export function receiptCode(secretKey: string, purpose: string, number: string): string {
  const bytes = createHmac('sha256', secretKey).update(`${purpose} query code\n${number}`).digest()
  return Array.from(bytes.subarray(0, length), (byte) => signs[byte % signs.length]).join('')
}

/** Compared in constant time; spaces, hyphens and case do not matter. */
export function isReceiptCode(secretKey: string, purpose: string, number: string, given: string): boolean {
  const code = given.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (code.length !== length) return false
  return timingSafeEqual(Buffer.from(code), Buffer.from(receiptCode(secretKey, purpose, number)))
}
