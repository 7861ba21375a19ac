import { type Day, day } from '#platform/clock'
import { refuse } from '../refusals.ts'

/** The statutory limits in force on the day of legal receipt. Unit: working days. Source: rules.md 1.1. */
export type RulePack = {
  key: '492' | '711'
  name: string
  inForceFrom: Day
  answerWithin: number
  extensionAtMost: number
  /** Null: the law sets no limit for the notice. */
  correctionNoticeWithin: number | null
  /** Whose opinion stops the clock. */
  excludes: readonly Consulted[]
  payWithin: number
  /** For a third party's or another agency's opinion. Order 492 names none: fifteen is the practice then, not certain. */
  opinionWithin: number
  /** 信息处理费 for excessive volume or frequency, from when; under Order 492 (art. 27) only costs of search, copies and post. */
  processingFee: { effectiveFrom: Day } | null
  /** Reasons may be asked, and a later date set, for clearly too many requests. Law: Order 711 art. 35. */
  excessiveRequests: boolean
  law: { answer: string; extension: string; correction: string; consultation: string; exclusion: string }
}
/** The fee for excessive volume or frequency: notice, payment, and the period that starts anew. */
export const feeLaw = '国办函〔2020〕109号'
/**
 * Order 711 art. 42 leaves the fee to a measure; it is dated 2020-11-17 and in force from this day. Not certain: the last
 * article of the measure was not read; the agency may set another day (ADR 0040).
 */
const feeFrom = day('2021-01-01')
export type Consulted = 'third_party' | 'other_agency'

export const rulePacks = {
  '492': {
    key: '492',
    name: '政府信息公开条例（国务院令第492号）',
    inForceFrom: day('2008-05-01'),
    answerWithin: 15,
    extensionAtMost: 15,
    correctionNoticeWithin: null,
    excludes: ['third_party'],
    payWithin: 20,
    opinionWithin: 15,
    processingFee: null,
    excessiveRequests: false,
    law: {
      answer: 'Order 492 art. 24',
      extension: 'Order 492 art. 24',
      correction: 'Order 492 art. 21',
      consultation: 'Order 492 art. 23',
      exclusion: 'Order 492 art. 24',
    },
  },
  '711': {
    key: '711',
    name: '政府信息公开条例（国务院令第711号）',
    inForceFrom: day('2019-05-15'),
    answerWithin: 20,
    extensionAtMost: 20,
    correctionNoticeWithin: 7,
    excludes: ['third_party', 'other_agency'],
    payWithin: 20,
    opinionWithin: 15,
    processingFee: { effectiveFrom: feeFrom },
    excessiveRequests: true,
    law: {
      answer: 'Order 711 art. 33 ¶2',
      extension: 'Order 711 art. 33 ¶2',
      correction: 'Order 711 art. 30',
      consultation: 'Order 711 art. 32',
      exclusion: 'Order 711 art. 33 ¶3',
    },
  },
} as const satisfies Record<string, RulePack>

/** A request is charged by the measure in force on its day of receipt; before the measure there is neither fee nor costs. */
export const mayCharge = ({ processingFee }: RulePack, receivedOn: Day): boolean =>
  processingFee !== null && receivedOn >= processingFee.effectiveFrom

/** A case stays under the rules of its day of receipt. Throws: Refusal before_the_regulation. */
export function rulePackFor(receivedOn: Day): RulePack {
  if (receivedOn >= rulePacks['711'].inForceFrom) return rulePacks['711']
  if (receivedOn >= rulePacks['492'].inForceFrom) return rulePacks['492']
  throw refuse('before_the_regulation')
}
