import { createHmac } from 'node:crypto'
import type { Platform } from '#platform'
import { seal, unseal } from '#platform/seal'

/** Who asks. Law: Order 711 art. 29 ¶2 (1). Kept sealed; every read is audited. */
export type Applicant = {
  name: string
  /** Kind of proof and its number, as shown on the paper. */
  identityKind: 'identity_card' | 'passport' | 'other' | 'organization_code'
  identityNumber: string
  telephone: string
  email: string
  address: string
  /** Absent in what was sealed before it was asked for. */
  fax?: string
  /** An organisation's contact person. */
  contactName: string
  representative: string
  /** Says something about a person's health: kept under the seal. Law: Order 711 art. 43; PIPL art. 28. */
  help: 'none' | 'reading' | 'seeing' | 'hearing'
}

/** Who was consulted: a third party may be a person. Law: Order 711 art. 32. */
export type ConsultedParty = { name: string; contact: string }

const purposes = {
  applicant: 'foi applicant',
  description: 'foi description',
  party: 'foi consulted party',
  fileName: 'foi file name',
} as const

export function sealApplicant({ config }: Platform, applicant: Applicant): Buffer {
  return seal(config.secretKey, purposes.applicant, Buffer.from(JSON.stringify(applicant)))
}
export function unsealApplicant({ config }: Platform, sealed: Buffer): Applicant {
  return JSON.parse(unseal(config.secretKey, purposes.applicant, sealed).toString('utf8')) as Applicant
}
export function sealDescription({ config }: Platform, text: string): Buffer {
  return seal(config.secretKey, purposes.description, Buffer.from(text))
}
export function unsealDescription({ config }: Platform, sealed: Buffer): string {
  return unseal(config.secretKey, purposes.description, sealed).toString('utf8')
}

export function sealFileName({ config }: Platform, name: string): Buffer {
  return seal(config.secretKey, purposes.fileName, Buffer.from(name))
}
export function unsealFileName({ config }: Platform, sealed: Buffer): string {
  return unseal(config.secretKey, purposes.fileName, sealed).toString('utf8')
}

export function sealParty({ config }: Platform, party: ConsultedParty): Buffer {
  return seal(config.secretKey, purposes.party, Buffer.from(JSON.stringify(party)))
}
export function unsealParty({ config }: Platform, sealed: Buffer): ConsultedParty {
  return JSON.parse(unseal(config.secretKey, purposes.party, sealed).toString('utf8')) as ConsultedParty
}

/** The same identity gives the same digest under this agency's key; nobody else can compute it. */
export function digestOf({ config }: Platform, purpose: string, text: string): string {
  return createHmac('sha256', config.secretKey).update(`foi ${purpose}\n${text}`).digest('hex')
}
