import type { Platform } from '#platform'
import { type Day, dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { mask } from '#privacy'
import { lacksOf } from './applicant-rules.ts'
import type { ApplicationInput, Arrival, Channel } from './contract.ts'
import { likenessBands } from './likeness.ts'
import { type Applicant, digestOf, sealApplicant, sealDescription } from './sealed.ts'
import { takeNumber } from './store.ts'

type More = {
  channel: Channel
  arrival: Arrival
  arrivedOn: Day
  oral: boolean
  submissionKey: string | null
  submittedAt: Date
}

/** Inserts the row of a new case: sealed originals, masked words, a number of the year. */
export async function openCase(
  platform: Platform,
  tx: Tx,
  input: ApplicationInput,
  more: More,
): Promise<{ id: number; number: string }> {
  const number = await takeNumber(tx, Number(dayOf(more.submittedAt).slice(0, 4)))
  return tx
    .insertInto('foi_requests')
    .values({
      number,
      channel: more.channel,
      arrival: more.arrival,
      arrived_on: more.arrivedOn,
      oral: more.oral,
      applicant_kind: input.applicantKind,
      status: 'submitted',
      submitted_at: more.submittedAt,
      applicant_sealed: sealApplicant(platform, applicantOf(input)),
      applicant_masked: maskedName(input),
      document_number: input.documentNumber,
      form_wanted: input.formWanted,
      delivery: input.delivery,
      help_wanted: input.help !== 'none',
      ...digestsOf(platform, input),
      lacks: lacksOf(input),
      submission_key: more.submissionKey,
      ...wordsOf(platform, input.description, input),
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** By which the same applicant is found again; what is not known matches nobody. */
export function digestsOf(
  platform: Platform,
  given: Pick<ApplicationInput, 'name' | 'identityNumber' | 'telephone'> & { email?: string },
) {
  const name = given.name.normalize('NFKC').replace(/\s/g, '')
  const identity = given.identityNumber.toUpperCase()
  const calls = given.telephone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  const email = (given.email ?? '').trim().toLowerCase()
  return {
    applicant_digest: identity ? digestOf(platform, 'applicant', identity) : null,
    contact_digest: calls ? digestOf(platform, 'contact', `${name}\n${calls}`) : null,
    email_digest: email ? digestOf(platform, 'email', `${name}\n${email}`) : null,
  }
}

type Named = Pick<ApplicationInput, 'name' | 'representative' | 'contactName'>

/** What is asked: sealed as written, masked for lists (their own names, too), and hashed for finding the like. */
export function wordsOf(platform: Platform, description: string, by: Named | null) {
  const names = by ? [by.name, by.representative, by.contactName] : []
  return {
    description_sealed: sealDescription(platform, description),
    description_masked: mask(description, ...names.filter(Boolean)),
    likeness: likenessBands(description),
  }
}

function applicantOf(input: ApplicationInput): Applicant {
  const { name, identityKind, identityNumber, telephone, email, address } = input
  const { fax, contactName, representative, help } = input
  return {
    name,
    identityKind,
    identityNumber,
    telephone,
    email,
    address,
    fax,
    contactName,
    representative,
    help,
  }
}

/** 张** for a person; an organisation's name is no personal data. */
export function maskedName({
  applicantKind,
  name,
}: Pick<ApplicationInput, 'applicantKind' | 'name'>): string {
  if (applicantKind !== 'natural_person') return name
  const [first = '', ...rest] = [...name]
  return `${first}${'*'.repeat(Math.max(1, Math.min(rest.length, 2)))}`
}
