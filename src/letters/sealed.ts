import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'
import type { Known } from '#privacy'

/** A letter as its sender wrote it. Kept sealed; every read is audited. */
export type Original = { author: string; telephone: string; email: string; subject: string; body: string }

const sealText = (purpose: string) => ({
  seal: ({ config }: Platform, text: string): Buffer => seal(config.secretKey, purpose, Buffer.from(text)),
  unseal: ({ config }: Platform, sealed: Buffer): string =>
    unseal(config.secretKey, purpose, sealed).toString('utf8'),
})
const original = sealText('letter original')
const known = sealText('letter known')

export const { seal: sealReply, unseal: unsealReply } = sealText('letter reply')
export const { seal: sealOpinion, unseal: unsealOpinion } = sealText('letter opinion')
export const { seal: sealFollowUp, unseal: unsealFollowUp } = sealText('letter follow-up')
export const { seal: sealFileName, unseal: unsealFileName } = sealText('letter attachment name')

export const sealOriginal = (platform: Platform, given: Original): Buffer =>
  original.seal(platform, JSON.stringify(given))
export const unsealOriginal = (platform: Platform, sealed: Buffer): Original =>
  JSON.parse(original.unseal(platform, sealed)) as Original

export const sealKnown = (platform: Platform, given: readonly Known[]): Buffer =>
  known.seal(platform, JSON.stringify(given))
export const unsealKnown = (platform: Platform, sealed: Buffer): Known[] =>
  JSON.parse(known.unseal(platform, sealed)) as Known[]
