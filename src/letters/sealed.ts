import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'

/** A letter as its sender wrote it. Kept sealed; every read is audited. */
export type Original = { author: string; telephone: string; email: string; subject: string; body: string }

const purposes = { original: 'letter original', reply: 'letter reply' } as const

export function sealOriginal({ config }: Platform, original: Original): Buffer {
  return seal(config.secretKey, purposes.original, Buffer.from(JSON.stringify(original)))
}
export function unsealOriginal({ config }: Platform, sealed: Buffer): Original {
  return JSON.parse(unseal(config.secretKey, purposes.original, sealed).toString('utf8')) as Original
}
export function sealReply({ config }: Platform, reply: string): Buffer {
  return seal(config.secretKey, purposes.reply, Buffer.from(reply))
}
export function unsealReply({ config }: Platform, sealed: Buffer): string {
  return unseal(config.secretKey, purposes.reply, sealed).toString('utf8')
}
