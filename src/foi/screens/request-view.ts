import type { Channel, Outcome, OutcomeDetail, RequestStatus } from '#foi/contract'
import type { CountedDay, DueDate } from '../clock/explain.ts'
import type { Urgency } from '../urgency.ts'

/** What the API answers for one case; `abilities` is all that React knows of the rules. */
export type RequestRow = {
  id: number
  number: string
  channel: Channel
  applicantMasked: string
  descriptionMasked: string
  status: RequestStatus
  receivedOn: string | null
  submittedAt: string
  outcome: Outcome | null
  answeredOn: string | null
  inPublicLog: boolean
  dueOn: string | null
  urgency: Urgency | null
}
export type RequestView = {
  request: RequestRow
  due: (Omit<DueDate, 'days'> & { days: CountedDay[] }) | null
  urgency: Urgency | null
  events: {
    id: number
    kind: string
    on: string
    detail: Record<string, unknown>
    staffName: string | null
  }[]
  answer: {
    outcome: Outcome
    outcomeDetail: OutcomeDetail | null
    legalBasis: string
    body: string
    contentHash: string
    returnedReason: string | null
  } | null
  similar: { id: number; number: string; sameApplicant: boolean; likeness: number }[]
  abilities: Record<string, boolean>
}
