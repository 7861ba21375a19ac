import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { isIdentityNumber, mask } from '#privacy'
import type { ApplicationInput, Channel } from './contract.ts'
import { refuse } from './refusals.ts'
import { type Applicant, digestOf, sealApplicant, sealDescription } from './sealed.ts'
import { takeNumber } from './store.ts'

/** Throws: Refusal identity_number_invalid. */
export function assertApplicant(input: ApplicationInput) {
  const isCard = input.identityKind === 'identity_card'
  if (isCard && !isIdentityNumber(input.identityNumber.toUpperCase()))
    throw refuse('identity_number_invalid', { identityNumber: '身份证号码的校验位不对，请核对。' })
}

/** Inserts the row of a new case: sealed originals, masked words, a number of the year. */
export async function openCase(
  platform: Platform,
  tx: Tx,
  input: ApplicationInput,
  more: { channel: Channel; submissionKey: string | null; submittedAt: Date },
): Promise<{ id: number; number: string }> {
  const number = await takeNumber(tx, Number(dayOf(more.submittedAt).slice(0, 4)))
  const applicant = applicantOf(input)
  return tx
    .insertInto('foi_requests')
    .values({
      number,
      channel: more.channel,
      applicant_kind: input.applicantKind,
      status: 'submitted',
      submitted_at: more.submittedAt,
      applicant_sealed: sealApplicant(platform, applicant),
      description_sealed: sealDescription(platform, input.description),
      applicant_masked: maskedName(input),
      description_masked: mask(input.description),
      document_number: input.documentNumber,
      form_wanted: input.formWanted,
      delivery: input.delivery,
      applicant_digest: digestOf(platform, 'applicant', input.identityNumber.toUpperCase()),
      submission_key: more.submissionKey,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

function applicantOf(input: ApplicationInput): Applicant {
  const { name, identityKind, identityNumber, telephone, email, address, contactName } = input
  return { name, identityKind, identityNumber, telephone, email, address, contactName }
}

/** 张** for a person; an organisation's name is no personal data. */
function maskedName({ applicantKind, name }: ApplicationInput): string {
  if (applicantKind !== 'natural_person') return name
  const [first = '', ...rest] = [...name]
  return `${first}${'*'.repeat(Math.max(1, Math.min(rest.length, 2)))}`
}
