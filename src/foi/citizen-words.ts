import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Known, mask } from '#privacy'
import type { CaseEvent } from './events.ts'
import { unsealDescription } from './sealed.ts'

/** What the applicant wrote on the tracking page, as written. */
export type CitizenWords = { kind: string; on: Day; words: string }

/** Opens them; whoever asks has put the reading on the audit record. */
export function citizenWords(platform: Platform, events: readonly CaseEvent[]): CitizenWords[] {
  return events.flatMap(({ kind, on, detail }) => {
    const { sealed, paidOn, reason } = detail
    if (kind === 'payment_claimed') return [{ kind, on, words: `${paidOn}　${reason}` }]
    if (kind !== 'correction_received' || typeof sealed !== 'string') return []
    return [{ kind, on, words: unsealDescription(platform, Buffer.from(sealed, 'base64')) }]
  })
}

/** The log for everybody who may read the case: no sealed bytes, and what a citizen wrote masked. */
export function shownDetail({ kind, detail }: CaseEvent, known: readonly Known[]): Record<string, unknown> {
  const { sealed: _, ...shown } = detail
  return kind === 'payment_claimed' && typeof shown.reason === 'string'
    ? { ...shown, reason: mask(shown.reason, ...known) }
    : shown
}
