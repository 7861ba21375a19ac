import { createHmac } from 'node:crypto'
import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'

/** What the reader wrote, and how to reach them when they said so. */
export type Original = { words: string; contact: string }
const purpose = 'site error original'

export const sealOriginal = ({ config }: Platform, original: Original): Buffer =>
  seal(config.secretKey, purpose, Buffer.from(JSON.stringify(original)))

export const unsealOriginal = ({ config }: Platform, sealed: Buffer): Original =>
  JSON.parse(unseal(config.secretKey, purpose, sealed).toString('utf8')) as Original

/** The same form sent again. */
export const submissionKey = ({ config }: Platform, key: string) =>
  createHmac('sha256', config.secretKey).update(`site error submission\n${key}`).digest('hex')
