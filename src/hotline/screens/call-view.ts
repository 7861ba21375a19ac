import type { CallKind, CallOutcome } from '#hotline/contract'

/** One call as the log shows it: personal data masked. */
export type CallView = {
  id: number
  calledAt: string
  kind: CallKind
  topic: string
  contentMasked: string
  answer: string
  outcome: CallOutcome
  forwardedTo: string
  letterId: number | null
  requestId: number | null
  awaitsRegistration: boolean
  agentName: string | null
  unitId: number | null
  dueOn: string | null
  result: string
  resultOn: string | null
}
export type CallPage = { items: CallView[]; next: string | null; abilities: { answer: boolean } }

/** Days, both counted. */
export type Period = { from: string; until: string }

export type Counted = { name: string; count: number }
