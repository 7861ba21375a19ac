import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'

/** Who asks. Kept sealed; every read is audited. */
export type Citizen = { name: string; telephone: string }

const purposes = { citizen: 'chat citizen', message: 'chat message' } as const

/** Null when nothing was left. */
export function sealCitizen({ config }: Platform, citizen: Citizen): Buffer | null {
  if (!citizen.name && !citizen.telephone) return null
  return seal(config.secretKey, purposes.citizen, Buffer.from(JSON.stringify(citizen)))
}
export function unsealCitizen({ config }: Platform, sealed: Buffer | null): Citizen {
  if (!sealed) return { name: '', telephone: '' }
  return JSON.parse(unseal(config.secretKey, purposes.citizen, sealed).toString('utf8')) as Citizen
}
export const sealMessage = ({ config }: Platform, body: string): Buffer =>
  seal(config.secretKey, purposes.message, Buffer.from(body))
export const unsealMessage = ({ config }: Platform, sealed: Buffer): string =>
  unseal(config.secretKey, purposes.message, sealed).toString('utf8')
