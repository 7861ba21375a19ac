import type { Day } from '#platform/clock'
import type { ClockEvent, EventOf, ReopeningBasis } from './event.ts'
import type { Awaited, ClockState } from './replay.ts'
import { type Consulted, feeLaw, type RulePack } from './rule-pack.ts'

/** What made the date what it is, in the order in which it happened. */
export type Step =
  | { kind: 'received'; on: Day; workingDays: number; law: string }
  | { kind: 'waiting'; on: Day; waitsFor: Awaited; law: string }
  | { kind: 'restarted'; on: Day; by: Awaited; law: string }
  | ExclusionStep
  | {
      kind: 'extended'
      on: Day
      workingDays: number
      law: string
      approvedBy?: string | undefined
      toldOn?: Day | undefined
    }
  | {
      kind: 'set_for_later'
      on: Day
      until: Day
      law: string
      reason?: string | undefined
      approvedBy?: string | undefined
    }
  | {
      kind: 'reopened'
      on: Day
      basis: ReopeningBasis
      documentNumber?: string | undefined
      answerBy?: Day | undefined
      law: string
    }
/** Days for somebody's opinion. `until` null: still out. */
export type ExclusionStep = {
  kind: 'excluded'
  on: Day
  id: string
  with: Consulted
  name?: string | undefined
  until: Day | null
  lapsesOn: Day
  /** The rules count these days on (Order 492: another agency). */
  counts: boolean
  /** The days of the period were used up before. */
  tooLate: boolean
  law: string
}

/** Where the log ends. */
type End = { state: ClockState; countedUntil: Day | null }

export function stepsOf(pack: RulePack, receivedOn: Day, events: readonly ClockEvent[], end: End): Step[] {
  const first: Step = {
    kind: 'received',
    on: receivedOn,
    workingDays: pack.answerWithin,
    law: pack.law.answer,
  }
  return [first, ...events.flatMap((event) => stepOf(pack, event, end) ?? [])]
}

function stepOf(pack: RulePack, event: ClockEvent, end: End): Step | undefined {
  const { on } = event
  switch (event.kind) {
    case 'correction_notice':
      return { kind: 'waiting', on, waitsFor: 'correction', law: pack.law.correction }
    case 'correction_received':
      return { kind: 'restarted', on, by: 'correction', law: pack.law.correction }
    case 'fee_notice':
      return { kind: 'waiting', on, waitsFor: 'payment', law: feeLaw }
    case 'fee_paid':
      return { kind: 'restarted', on, by: 'payment', law: feeLaw }
    case 'consultation_sent':
      return exclusionStep(pack, event, end)
    case 'extension': {
      const { workingDays, approvedBy, toldOn } = event
      return { kind: 'extended', on, workingDays, approvedBy, toldOn, law: pack.law.extension }
    }
    case 'volume_date_set': {
      const { until, reason, approvedBy } = event
      return { kind: 'set_for_later', on, until, reason, approvedBy, law: 'Order 711 art. 35' }
    }
    case 'reopened': {
      const { basis, documentNumber, answerBy } = event
      return { kind: 'reopened', on, basis, documentNumber, answerBy, law: 'Order 711 art. 51' }
    }
    default:
      return undefined
  }
}

/** As the clock counts it in the end; one of before a reopening is not in the state any more. */
function exclusionStep(
  pack: RulePack,
  { id, on, with: party, name, countsFrom }: EventOf<'consultation_sent'>,
  { state, countedUntil }: End,
): ExclusionStep | undefined {
  const known = state.exclusions.find((one) => one.id === id && one.after === (countsFrom ?? on))
  if (!known) return undefined
  const { until, lapsesOn } = known
  const counts = !pack.excludes.includes(party)
  const tooLate = countedUntil !== null && known.after >= countedUntil
  const law = pack.law.exclusion
  return { kind: 'excluded', on, id, with: party, name, until, lapsesOn, counts, tooLate, law }
}
