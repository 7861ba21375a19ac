import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'

/** Who called. Kept sealed; every read is audited. */
export type Caller = { name: string; telephone: string }

const purposes = { caller: 'hotline caller', content: 'hotline content' } as const

/** Null when the caller gave neither name nor number. */
export function sealCaller({ config }: Platform, caller: Caller): Buffer | null {
  if (!caller.name && !caller.telephone) return null
  return seal(config.secretKey, purposes.caller, Buffer.from(JSON.stringify(caller)))
}
export function unsealCaller({ config }: Platform, sealed: Buffer): Caller {
  return JSON.parse(unseal(config.secretKey, purposes.caller, sealed).toString('utf8')) as Caller
}
export function sealContent({ config }: Platform, content: string): Buffer {
  return seal(config.secretKey, purposes.content, Buffer.from(content))
}
export function unsealContent({ config }: Platform, sealed: Buffer): string {
  return unseal(config.secretKey, purposes.content, sealed).toString('utf8')
}
