import type { CallKind } from '#hotline'
import { type CallText, callBeginnings, callEndings, callTexts } from '../writing/call-texts.ts'
import { fill } from '../writing/fill.ts'
import { pick, type Random } from '../writing/random.ts'
import type { Caller } from './callers.ts'

/** The desk has three seats that are not taken equally often. */
const seats = [
  'hotline',
  'hotline',
  'hotline',
  'hotline',
  'hotline',
  'hotline-2',
  'hotline-2',
  'hotline-2',
  'hotline-3',
  'hotline-3',
] as const
const [transferredShare, referenceShare, namedShare] = [0.03, 0.7, 0.62]

export type PlannedCall = {
  at: Date
  seat: (typeof seats)[number]
  kind: CallKind
  topic: string
  content: string
  answer: string
  /** The question of the entry that was read out. */
  entry: string | undefined
  unit: string | undefined
  caller: Caller | undefined
}

const asOftenAsAsked = callTexts.flatMap((text) => Array<CallText>(text.weight).fill(text))

/** One call: what was asked in whose words, and how the desk ended it. */
export function planCall(random: Random, at: Date, callers: () => Caller): PlannedCall {
  const text = pick(random, asOftenAsAsked)
  const transferred = !text.answer || random() < transferredShare
  const words = `${pick(random, callBeginnings)}${text.content}${pick(random, callEndings)}`
  return {
    at,
    seat: pick(random, seats),
    kind: text.kind,
    topic: text.topic,
    content: `${fill(random, words)}（模拟来电）`,
    answer: transferred ? '' : text.answer,
    entry: !transferred && random() < referenceShare ? text.entry : undefined,
    unit: transferred ? text.unit : undefined,
    caller: random() < namedShare ? callers() : undefined,
  }
}
