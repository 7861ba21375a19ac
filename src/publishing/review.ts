import type { DecisionInput, Finding } from './contract.ts'
import { refuse } from './refusals.ts'

/** One step of the configured chain. */
export type ReviewStep = {
  position: number
  key: string
  name: string
  action: string
  distinctPerson: boolean
}
export type Decision = {
  step: string
  decision: string
  contentHash: string
  decidedBy: number
  /** Codes of the warnings that this person answered with a word. */
  wordedCodes?: readonly string[]
}

/** The first step without an approval of exactly this content, or undefined when the chain is complete. */
export function awaitedStep(
  steps: readonly ReviewStep[],
  decisions: readonly Decision[],
  contentHash: string,
) {
  const approved = approvalsOf(decisions, contentHash)
  return [...steps]
    .sort((a, b) => a.position - b.position)
    .find((step) => !approved.some((decision) => decision.step === step.key))
}

/**
 * Nobody decides on what they submitted, nor on a text of which any word since it was last public is theirs: that
 * somebody else submits it changes nothing. Throws: Refusal own_submission.
 */
export function assertOthersWork(given: {
  staffId: number
  submittedBy: number | null
  authorIds: readonly number[]
}) {
  if (given.staffId === given.submittedBy || given.authorIds.includes(given.staffId))
    throw refuse('own_submission')
}

/**
 * Who may not decide this step, whatever role they hold.
 * Law: Order 711 art. 17 (review before disclosure, responsibilities made clear).
 * Throws: Refusal own_submission, secrecy_same_person.
 */
export function assertMayDecide(
  step: ReviewStep,
  steps: readonly ReviewStep[],
  given: { staffId: number; submittedBy: number | null; authorIds: readonly number[] },
  approvals: readonly Decision[],
) {
  assertOthersWork(given)
  const others = approvals.filter((a) => a.decidedBy === given.staffId && a.step !== step.key)
  const distinct = new Set(steps.filter((s) => s.distinctPerson).map((s) => s.key))
  const separated = step.distinctPerson ? others.length > 0 : others.some((a) => distinct.has(a.step))
  if (separated) throw refuse('secrecy_same_person')
}

/** Throws: Refusal return_needs_comment, warnings_need_words. */
export function assertDecisionWorded(input: DecisionInput, findings: readonly Finding[]) {
  if (input.decision === 'approved')
    assertWorded(findings, new Set(input.acceptedWarnings.map((warning) => warning.code)))
  else if (!input.comment) throw refuse('return_needs_comment')
}

/** Every warning has its word. Throws: Refusal warnings_need_words, which names those that have none. */
export function assertWorded(findings: readonly Finding[], worded: ReadonlySet<string>) {
  const missing = findings.filter((f) => f.level === 'warning' && !worded.has(f.code))
  if (missing.length) throw refuse('warnings_need_words', fieldsOf(missing))
}

/** Warnings of exactly this content that somebody answered since it was last submitted or returned. */
export function wordedCodes(decisions: readonly Decision[], contentHash: string): Set<string> {
  return new Set(sinceBegun(decisions, contentHash).flatMap((decision) => decision.wordedCodes ?? []))
}

/** Approvals of exactly this content since it was last submitted or returned. */
export function approvalsOf(decisions: readonly Decision[], contentHash: string): Decision[] {
  return sinceBegun(decisions, contentHash).filter((decision) => decision.decision === 'approved')
}

function sinceBegun(decisions: readonly Decision[], contentHash: string): Decision[] {
  const ofContent = decisions.filter((decision) => decision.contentHash === contentHash)
  const begun = ofContent.findLastIndex((d) => d.decision === 'returned' || d.decision === 'submitted')
  return ofContent.slice(begun + 1)
}

export function fieldsOf(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map((finding) => [finding.code, finding.text]))
}
