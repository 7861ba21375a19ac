import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import {
  type ApplicationInput,
  applicationInput,
  type RegistrationInput,
  registrationInput,
} from './contract.ts'
import { registerRequest } from './register-request.ts'

/** Test data: a complete application of a made-up person; the identity number has a right check digit. */
export function builtApplication(changes: Partial<ApplicationInput> = {}): ApplicationInput {
  const complete = {
    applicantKind: 'natural_person',
    name: '张小明',
    identityKind: 'identity_card',
    identityNumber: '11010519491231002X',
    telephone: '13800138000',
    description: '申请公开2017年度小微企业融资担保补助资金分配办法',
  }
  return applicationInput.parse({ ...complete, ...changes })
}

/** Test data: a case from the counter, received on a day. */
export function builtCase(
  platform: Platform,
  officer: Staff,
  receivedOn: string,
  changes: Partial<RegistrationInput> = {},
): Promise<{ id: number; number: string }> {
  const input = registrationInput.parse({
    ...builtApplication(),
    channel: 'in_person',
    arrivedOn: day(receivedOn),
    receivedOn: day(receivedOn),
    ...changes,
  })
  return registerRequest(platform, officer, input)
}
