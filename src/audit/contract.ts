/** Who acts. `name` is the staff member's or the job's name; a citizen is never named here. */
export type Actor =
  | { kind: 'staff'; id: number; name: string }
  | { kind: 'system'; name: string }
  | { kind: 'citizen' }

export type AuditFact = {
  actor: Actor
  /** `module.verb`, e.g. 'foi.extend'. */
  action: string
  subject: { kind: string; id: string | number }
  /** What changed; codes, ids, days and hashes. Never personal data. */
  detail?: Record<string, unknown>
}

/** One checking of the whole chain. `brokenId` is the first entry that is wrong or missing; null: it holds. */
export type ChainCheck = {
  at: Date
  checkedBy: string
  lastEntryId: number
  lastHash: string
  brokenId: number | null
  reason: string | null
}
