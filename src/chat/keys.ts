import { createHmac } from 'node:crypto'
import type { Platform } from '#platform'

const digest = ({ config }: Platform, purpose: string, ...texts: readonly (string | number)[]) =>
  createHmac('sha256', config.secretKey)
    .update(JSON.stringify([`chat ${purpose}`, ...texts]))
    .digest('hex')

/** The same form sent again. */
export const submissionKey = (platform: Platform, key: string) => digest(platform, 'submission', key)

/** The same words of the same form: whoever goes back and writes something else sends something else. */
export const messageKey = (platform: Platform, talkId: number, author: string, key: string, body: string) =>
  digest(platform, 'message', talkId, author, key, body)
