import type {
  AnswerPart,
  Arrival,
  Channel,
  FileKindOfCase,
  Lack,
  Outcome,
  OutcomeDetail,
  RemedyKind,
  RequestStatus,
} from '#foi/contract'
import type { CountedDay, DueDate } from '../clock/explain.ts'
import type { Period } from '../clock/period.ts'
import type { deliveryLabels, formLabels, remedyResultLabels } from '../labels.ts'
import type { Recordable } from '../may-record.ts'
import type { CaseFileRole } from '../release/case-file-store.ts'
import type { Urgency } from '../urgency.ts'

/** The applicant's own period, while the clock waits for it. */
export type AwaitedApplicant = { kind: 'correction' | 'payment'; on: string; lapsed: boolean }

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
  handlerId: number | null
  duplicateOfId: number | null
  internalDueOn: string | null
  oral: boolean
  helpWanted: boolean
  arrival: Arrival
  arrivedOn: string
  delivery: keyof typeof deliveryLabels
  formWanted: keyof typeof formLabels
  documentNumber: string
  rules: '492' | '711' | null
  dueOn: string | null
  /** Not confirmed yet: by when it should be. */
  provisional: boolean
  confirmBy: string | null
  applicantBy: AwaitedApplicant | null
  lacks: Lack[]
  firstAnsweredOn: string | null
  firstOutcome: Outcome | null
  urgency: Urgency | null
}
export type ConsultationView = {
  id: number
  kind: 'third_party' | 'other_agency'
  partyMasked: string
  letter: string
  sentOn: string
  deliveredOn: string | null
  dueOn: string
  period: Period
  closedOn: string | null
  opinion: 'agrees' | 'refuses' | 'silent' | null
  reasons: string
  silenceMeans: string
  lapsed: boolean
  overrideReason: string | null
  overrideToldOn: string | null
}
export type RemedyView = {
  id: number
  kind: RemedyKind
  filed_on: string
  result: keyof typeof remedyResultLabels | null
  decided_on: string | null
  note: string
}
export type ReleasedFileView = {
  id: number
  name: string
  role: CaseFileRole
  sizeBytes: number
  sha256: string
  redactedFromId: number | null
}
export type RequestView = {
  request: RequestRow
  handlerName: string | null
  departmentName: string | null
  due: (Omit<DueDate, 'days'> & { days: CountedDay[]; provisional: boolean }) | null
  consultations: ConsultationView[]
  remedies: RemedyView[]
  files: { id: number; kind: FileKindOfCase; name: string; sizeBytes: number }[]
  feeBasis: { earlierThisMonth: number; applies: boolean }
  urgency: Urgency | null
  confirmBy: string | null
  applicantBy: AwaitedApplicant | null
  correctBy: string | null
  periods: Record<'confirm' | 'correct' | 'pay', Period | null>
  mayRecord: Recordable[]
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
    parts: AnswerPart[]
    legalVerdict: 'agrees' | 'objects' | null
    legalOpinion: string
    contentHash: string
    returnedReason: string | null
    approvedAt: string | null
    files: ReleasedFileView[]
  } | null
  duplicateOf: { id: number; number: string } | null
  similar: { id: number; number: string; sameApplicant: boolean; likeness: number }[]
  abilities: Record<string, boolean>
}
