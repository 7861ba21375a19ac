import type { Day } from '#platform/clock'
import type { ApplicantKind, Channel, Outcome, OutcomeDetail, RequestStatus } from './contract.ts'
import { refuse } from './refusals.ts'

/** A disclosure request without the applicant's sealed data. */
export type DisclosureRequest = {
  id: number
  number: string
  channel: Channel
  applicantKind: ApplicantKind
  applicantMasked: string
  status: RequestStatus
  receivedOn: Day | null
  submittedAt: Date
  rules: '492' | '711' | null
  descriptionMasked: string
  documentNumber: string
  outcome: Outcome | null
  outcomeDetail: OutcomeDetail | null
  answeredOn: Day | null
  handlerId: number | null
  departmentId: number | null
  duplicateOfId: number | null
  inPublicLog: boolean
  version: number
}

/**
 * What may be done in which state, and what permission it takes. `to` undefined: the state stays.
 * Law: Order 711 art. 45 (registration, review, handling, answer, archive).
 */
export const moves = {
  confirm_receipt: { from: ['submitted'], to: 'handling', action: 'foi.handle' },
  assign: { from: ['handling', 'in_approval', 'approved'], action: 'foi.handle' },
  record_event: { from: ['handling'], action: 'foi.handle' },
  record_search: { from: ['handling'], action: 'foi.handle' },
  extend: { from: ['handling', 'in_approval', 'approved'], action: 'foi.approve' },
  draft_answer: { from: ['handling'], to: 'in_approval', action: 'foi.handle' },
  decide_answer: { from: ['in_approval'], to: 'approved', action: 'foi.approve' },
  deliver_answer: { from: ['approved'], to: 'answered', action: 'foi.handle' },
  withdraw: {
    from: ['submitted', 'handling', 'in_approval', 'approved'],
    to: 'answered',
    action: 'foi.handle',
  },
  archive: { from: ['answered'], to: 'archived', action: 'foi.handle' },
  reopen: { from: ['answered', 'archived'], to: 'handling', action: 'foi.approve' },
  link_duplicate: {
    from: ['submitted', 'handling', 'in_approval', 'approved', 'answered'],
    action: 'foi.handle',
  },
  choose_public_log: { from: ['answered', 'archived'], action: 'foi.approve' },
  make_letter: { from: ['handling', 'in_approval', 'approved', 'answered'], action: 'foi.handle' },
  keep_file: { from: ['handling', 'in_approval', 'approved', 'answered'], action: 'foi.handle' },
  publish_released: { from: ['answered', 'archived'], action: 'foi.handle' },
  reassess: { from: ['answered', 'archived'], action: 'foi.handle' },
} as const satisfies Record<
  string,
  { from: readonly RequestStatus[]; to?: RequestStatus; action: 'foi.handle' | 'foi.approve' }
>
export type Move = keyof typeof moves

export const mayMove = (status: RequestStatus, move: Move): boolean =>
  (moves[move].from as readonly RequestStatus[]).includes(status)

/** Throws: Refusal wrong_status. */
export function assertMove(request: Pick<DisclosureRequest, 'status'>, move: Move) {
  if (!mayMove(request.status, move)) throw refuse('wrong_status')
}
