import { createHmac } from 'node:crypto'
import type { Platform } from '#platform'

const digest = ({ config }: Platform, purpose: string, text: string) =>
  createHmac('sha256', config.secretKey).update(`letter ${purpose}\n${text}`).digest('hex')

/** The same form sent again. */
export const submissionKey = (platform: Platform, key: string) => digest(platform, 'submission', key)

/** The same telephone has the same key under this agency's secret; null when none was left. */
export function senderKey(platform: Platform, telephone: string): string | null {
  const digits = telephone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '')
  return digits.length >= 7 ? digest(platform, 'sender', digits) : null
}

/** The same words, whatever stands between them. */
export const textKey = (platform: Platform, text: string) =>
  digest(
    platform,
    'text',
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )

/** A network or a receipt, as the limits know it. */
export const limitKey = (platform: Platform, kind: string, text: string) =>
  digest(platform, `limit ${kind}`, text)
