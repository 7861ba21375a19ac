import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { latestAnswer } from './answer-store.ts'
import {
  type AnswerPart,
  type ApplicationInput,
  applicationInput,
  type RegistrationInput,
  registrationInput,
} from './contract.ts'
import { decideAnswer } from './decide-answer.ts'
import { isRefusal } from './outcome-rules.ts'
import { registerRequest } from './register-request.ts'
import { reviewLaw } from './review-law.ts'

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
): Promise<{ id: number; number: string; queryCode: string }> {
  const input = registrationInput.parse({
    ...builtApplication(),
    channel: 'in_person',
    arrivedOn: day(receivedOn),
    receivedOn: day(receivedOn),
    ...changes,
  })
  return registerRequest(platform, officer, input)
}

/** Test data: a partial answer's parts, one given and one withheld with its reason (Order 711 art. 37). */
export const builtParts: AnswerPart[] = [
  { part: '办法正文', outcome: 'granted', reason: '' },
  { part: '评审讨论记录', outcome: 'refused_process', reason: '属于讨论记录，公开会影响决策。' },
]

/** Test data: the latest answer, reviewed for its law where it withholds, and approved. */
export async function approveAnswer(platform: Platform, approver: Staff, id: number): Promise<void> {
  const answer = await latestAnswer(platform.db, id)
  const contentHash = answer?.contentHash ?? ''
  if (answer && isRefusal(answer.outcome))
    await reviewLaw(platform, approver, id, { verdict: 'agrees', contentHash, opinion: '' })
  await decideAnswer(platform, approver, id, { decision: 'approved', contentHash, reason: '' })
}
