import { isIdentityNumber } from '#privacy'
import type { ApplicantKind, ApplicationInput, identityKinds, Lack } from './contract.ts'
import { isCreditCode } from './credit-code.ts'
import { refuse } from './refusals.ts'

type IdentityKind = (typeof identityKinds)[number]

/** What a person, and what an organisation, proves itself with. Law: Order 711 art. 29 ¶2 (1). */
export const identityKindsOf = (kind: ApplicantKind): readonly IdentityKind[] =>
  kind === 'natural_person' ? ['identity_card', 'passport', 'other'] : ['organization_code', 'other']

/** What is wrong beyond the shape of each field: field to wording. On paper a contact person may be missing; online it is asked for. */
export function applicantFaults(input: ApplicationInput, how: 'online' | 'on_paper'): Record<string, string> {
  const faults: Record<string, string> = {}
  const number = input.identityNumber.toUpperCase()
  const given = number !== '' || how === 'online'
  if (!identityKindsOf(input.applicantKind).includes(input.identityKind))
    faults.identityKind =
      input.applicantKind === 'natural_person'
        ? '自然人请选择居民身份证、护照或者其他证件。'
        : '单位请选择统一社会信用代码或者其他证件。'
  else if (given && input.identityKind === 'identity_card' && !isIdentityNumber(number))
    faults.identityNumber = '身份证号码的校验位不对，请核对。'
  else if (given && input.identityKind === 'organization_code' && !isCreditCode(number))
    faults.identityNumber = '统一社会信用代码的校验位不对，请核对18位代码。'
  if (how === 'online' && input.applicantKind !== 'natural_person' && !input.contactName)
    faults.contactName = '请填写联系人姓名。'
  if (input.delivery === 'email' && !input.email) faults.email = '选择电子邮件送达的，请填写电子邮箱。'
  if (input.delivery === 'fax' && !input.fax) faults.fax = '选择传真送达的，请填写传真号码。'
  if (input.delivery === 'post' && !input.address) faults.address = '选择邮寄送达的，请填写通信地址。'
  return faults
}

/** No number of a proof, no way to reach the applicant. Law: Order 711 art. 29 ¶2 (1). */
export const lacksOf = (
  input: Pick<ApplicationInput, 'identityNumber' | 'telephone' | 'email' | 'address' | 'fax'>,
): Lack[] => [
  ...(input.identityNumber ? [] : ['identity' as const]),
  ...(input.telephone || input.email || input.address || input.fax ? [] : ['contact' as const]),
]

/** Throws: Refusal identity_number_invalid, credit_code_invalid, application_incomplete. */
export function assertApplicant(input: ApplicationInput, how: 'online' | 'on_paper') {
  const faults = applicantFaults(input, how)
  if (Object.keys(faults).length === 0) return
  if (!faults.identityNumber) throw refuse('application_incomplete', faults)
  throw refuse(
    input.identityKind === 'identity_card' ? 'identity_number_invalid' : 'credit_code_invalid',
    faults,
  )
}
