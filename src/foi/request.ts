import type { Day } from '#platform/clock'
import { lawText } from '#platform/law'
import type {
  ApplicantKind,
  Arrival,
  Channel,
  deliveries,
  formsWanted,
  Lack,
  Outcome,
  OutcomeDetail,
  RequestStatus,
} from './contract.ts'
import { refuseBy } from './refusals.ts'
import type { UncertainValues } from './uncertain/values.ts'

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
  arrival: Arrival
  arrivedOn: Day
  oral: boolean
  helpWanted: boolean
  internalDueOn: Day | null
  delivery: (typeof deliveries)[number]
  formWanted: (typeof formsWanted)[number]
  rules: '492' | '711' | null
  /** Numbers that the agency set, in force on the day of receipt; null before it. */
  uncertain: UncertainValues | null
  descriptionMasked: string
  documentNumber: string
  outcome: Outcome | null
  outcomeDetail: OutcomeDetail | null
  answeredOn: Day | null
  handlerId: number | null
  departmentId: number | null
  duplicateOfId: number | null
  inPublicLog: boolean
  /** Of a case that was handled again: the answer that its year counts (ADR 0025). */
  firstAnsweredOn: Day | null
  firstOutcome: Outcome | null
  /** What the application lacks and the applicant is to mend. Law: Order 711 art. 29 ¶2, art. 30. */
  lacks: readonly Lack[]
  /** How often staff gave the applicant a new query code. */
  codeIssue: number
  version: number
}

type Permission = 'foi.handle' | 'foi.approve' | 'foi.review_law'
type Allowed = { from: readonly RequestStatus[]; to?: RequestStatus; law: string }
/** `ownLaw`: the law itself says who decides this (else `permission.ts` knows whose duty it is). */
type StaffMove = Allowed & { action: Permission; ownLaw?: string }
const unanswered = ['submitted', 'handling', 'in_approval', 'approved'] as const
const underway = ['handling', 'in_approval', 'approved'] as const
const ended = ['answered', 'archived'] as const

/**
 * What staff may do in which state, what permission it takes, and the article that says so (a refusal names it).
 * `to` undefined: the state stays. Law: Order 711 art. 45 (registration, review, handling, answer, archive).
 */
export const moves = {
  confirm_receipt: {
    from: ['submitted'],
    to: 'handling',
    action: 'foi.handle',
    law: 'Order 711 art. 31',
  },
  assign: { from: underway, action: 'foi.handle', law: 'Order 711 art. 45' },
  claim: { from: ['handling'], action: 'foi.handle', law: 'Order 711 art. 45' },
  give_back: { from: ['handling'], action: 'foi.handle', law: 'Order 711 art. 45' },
  record_event: { from: ['handling'], action: 'foi.handle', law: 'Order 711 art. 33' },
  consult: { from: ['handling'], action: 'foi.handle', law: 'Order 711 art. 32' },
  override: { from: ['handling', 'in_approval'], action: 'foi.approve', law: 'Order 711 art. 32' },
  tell_third_party: { from: underway, action: 'foi.handle', law: 'Order 711 art. 32' },
  record_costs: { from: [...underway, 'answered'], action: 'foi.handle', law: 'Order 492 art. 27' },
  record_search: { from: ['handling'], action: 'foi.handle', law: 'Order 711 art. 36 (4)' },
  propose_extension: { from: underway, action: 'foi.handle', law: 'Order 711 art. 33 ¶2' },
  extend: {
    from: underway,
    action: 'foi.approve',
    law: 'Order 711 art. 33 ¶2',
    ownLaw: 'Order 711 art. 33 ¶2',
  },
  set_later_date: { from: ['handling'], action: 'foi.approve', law: 'Order 711 art. 35' },
  complete_applicant: {
    from: [...unanswered, 'answered'],
    action: 'foi.handle',
    law: 'Order 711 art. 30',
  },
  draft_answer: { from: ['handling'], to: 'in_approval', action: 'foi.handle', law: 'Order 711 art. 36' },
  review_law: { from: ['in_approval'], action: 'foi.review_law', law: 'Order 711 art. 45' },
  decide_answer: { from: ['in_approval'], to: 'approved', action: 'foi.approve', law: 'Order 711 art. 45' },
  recall_answer: {
    from: ['in_approval', 'approved'],
    to: 'handling',
    action: 'foi.handle',
    law: 'Order 711 art. 45',
  },
  deliver_answer: { from: ['approved'], to: 'answered', action: 'foi.handle', law: 'Order 711 art. 40' },
  withdraw: { from: unanswered, to: 'answered', action: 'foi.handle', law: 'Order 711 art. 45' },
  reroute: { from: ended, action: 'foi.handle', law: 'Order 711 art. 39 ¶1' },
  archive: { from: ['answered'], to: 'archived', action: 'foi.handle', law: 'Order 711 art. 45' },
  reopen: { from: ended, to: 'handling', action: 'foi.approve', law: 'Order 711 art. 51' },
  link_duplicate: {
    from: [...unanswered, 'answered'],
    action: 'foi.handle',
    law: 'Order 711 art. 36 (6)',
  },
  add_file: { from: [...unanswered, 'answered'], action: 'foi.handle', law: 'Order 711 art. 45' },
  choose_public_log: { from: ended, action: 'foi.approve', law: 'Order 711 art. 44' },
  make_letter: { from: [...underway, 'answered'], action: 'foi.handle', law: 'Order 711 art. 45' },
  keep_file: { from: [...underway, 'answered'], action: 'foi.handle', law: 'Order 711 art. 45' },
  publish_released: { from: ended, action: 'foi.handle', law: 'Order 711 art. 44' },
  reassess: { from: ended, action: 'foi.handle', law: 'Order 711 art. 18' },
  issue_code: { from: [...unanswered, ...ended], action: 'foi.handle', law: 'Order 711 art. 45' },
  erase_person: { from: ended, action: 'foi.approve', law: '个人信息保护法 art. 47' },
} as const satisfies Record<string, StaffMove>
export type Move = keyof typeof moves

/** What the applicant may do with number and code. */
export const applicantMoves = {
  edit: { from: ['submitted'], law: 'Order 711 art. 29' },
  correct: { from: ['handling'], law: 'Order 711 art. 30' },
  claim_payment: { from: ['handling'], law: 'Order 711 art. 42' },
  withdraw: { from: unanswered, to: 'answered', law: 'Order 711 art. 45' },
} as const satisfies Record<string, Allowed>
export type ApplicantMove = keyof typeof applicantMoves

/** A case that waits in a department is claimed by its people; one of no department by anybody of the office. */
export const isOfDepartment = (
  staff: { departmentId: number | null },
  { departmentId }: Pick<DisclosureRequest, 'departmentId'>,
): boolean => departmentId === null || departmentId === staff.departmentId

export const mayMove = (status: RequestStatus, move: Move): boolean =>
  (moves[move].from as readonly RequestStatus[]).includes(status)

/** Throws: Refusal wrong_status, with the article of the move; a case under Order 492 is told that the article is the later order's. */
export function assertMove(
  request: Pick<DisclosureRequest, 'status'> & Partial<Pick<DisclosureRequest, 'rules'>>,
  move: Move | ApplicantMove,
) {
  const { from, law }: Allowed = move in moves ? moves[move as Move] : applicantMoves[move as ApplicantMove]
  if (from.includes(request.status)) return
  const later = request.rules === '492' && law.startsWith('Order 711')
  throw refuseBy(later ? `现行${lawText(law)}` : law, 'wrong_status')
}
