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

/**
 * Of a letter that was taken over: the same telephone, or the same id in the file, is the same person. A name is none: many share one.
 * An id never meets a telephone's key.
 */
export function importedSenderKey(platform: Platform, author: string): string | null {
  const given = author.normalize('NFKC').trim()
  if (/^1[3-9]\d{9}$/.test(given)) return senderKey(platform, given)
  return /^(?=.*\d)[\x21-\x7e]{4,}$/.test(given) ? digest(platform, 'author', given) : null
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
