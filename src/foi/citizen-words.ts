import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Known, mask } from '#privacy'
import type { CaseEvent } from './events.ts'
import { unsealDescription } from './sealed.ts'

/** What the applicant wrote on the tracking page, as written. */
export type CitizenWords = { kind: string; on: Day; words: string }

/** Opens them; whoever asks has put the reading on the audit record. */
export function citizenWords(platform: Platform, events: readonly CaseEvent[]): CitizenWords[] {
  return events.flatMap((event) => {
    const { kind, on, detail } = event
    if (kind === 'payment_claimed') return [{ kind, on, words: `${detail.paidOn}　${detail.reason}` }]
    return kind === 'correction_received' ? opened(platform, event) : []
  })
}

/** Notes on the confirmation and proofs of delivery, as staff wrote them. */
export function staffWords(platform: Platform, events: readonly CaseEvent[]): CitizenWords[] {
  return events
    .filter(({ kind }) => kind === 'received' || kind === 'answered')
    .flatMap((event) => opened(platform, event))
}

function opened(platform: Platform, { kind, on, detail: { sealed } }: CaseEvent): CitizenWords[] {
  if (typeof sealed !== 'string') return []
  return [{ kind, on, words: unsealDescription(platform, Buffer.from(sealed, 'base64')) }]
}

/** What people write in their own words; the rest are codes, days, numbers and names of staff. */
const freeText = ['reason', 'reasons', 'note', 'proof', 'items', 'place', 'result', 'words', 'way']

/** The log for everybody who may read the case: no sealed bytes, and every free text with the people of the case starred. Law: PIPL art. 51. */
export function shownDetail({ detail }: CaseEvent, known: readonly Known[]): Record<string, unknown> {
  const { sealed: _, ...shown } = detail
  const starred = freeText.flatMap((key) => {
    const text = shown[key]
    return typeof text === 'string' ? [[key, mask(text, ...known)]] : []
  })
  return { ...shown, ...Object.fromEntries(starred) }
}
