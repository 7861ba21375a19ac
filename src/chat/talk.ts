import type { TalkAction, TalkOutcome, TalkStatus } from './contract.ts'
import { type ChatRefusal, refuse } from './refusals.ts'

/** A talk without its words. */
export type Talk = {
  id: number
  number: string
  status: TalkStatus
  agentId: number | null
  outcome: TalkOutcome | null
  answered: boolean
  solved: boolean | null
  letterId: number | null
  requestId: number | null
  awaitsRegistration: boolean
}

/** What an agent may do in which state. While it goes on, a talk belongs to the one agent who claimed it. */
export const moves = {
  claim: ['waiting'],
  say: ['talking'],
  note: ['talking', 'closed'],
  transfer: ['talking'],
  close: ['talking'],
  turn: ['talking', 'closed'],
} as const satisfies Record<TalkAction, readonly TalkStatus[]>

/** What the citizen may do, by number and code. */
export const citizenMoves = {
  say: ['waiting', 'talking'],
  leave: ['waiting', 'talking'],
  rate: ['talking', 'closed'],
  turn_into_letter: ['waiting', 'talking', 'closed'],
} as const satisfies Record<string, readonly TalkStatus[]>
export type CitizenMove = keyof typeof citizenMoves

type Standing = Pick<Talk, 'status' | 'agentId'>
const among = (statuses: readonly TalkStatus[], status: TalkStatus) => statuses.includes(status)

/** Why this agent may not do it now; undefined: nothing is in the way. */
export function hindrance(talk: Standing, action: TalkAction, agentId: number): ChatRefusal | undefined {
  if (action === 'claim' && talk.status === 'talking')
    return talk.agentId === agentId ? undefined : 'taken_by_other'
  if (talk.status === 'talking' && talk.agentId !== agentId) return 'not_your_talk'
  if (among(moves[action], talk.status)) return undefined
  return talk.status === 'waiting' ? 'not_claimed' : 'talk_closed'
}

/** Throws: Refusal taken_by_other, not_your_talk, not_claimed, talk_closed. */
export function assertMove(talk: Standing, action: TalkAction, agentId: number) {
  const code = hindrance(talk, action, agentId)
  if (code) throw refuse(code)
}

export const citizenMay = (status: TalkStatus, move: CitizenMove) => among(citizenMoves[move], status)

/** How a talk ends that goes nowhere else. */
export const endOf = ({ answered }: Pick<Talk, 'answered'>): TalkOutcome =>
  answered ? 'answered' : 'unanswered'

/** It is a letter, or a request, or will be one. Throws: Refusal talk_settled. */
export function assertUnsettled({ letterId, requestId, awaitsRegistration }: Talk) {
  if (letterId !== null || requestId !== null || awaitsRegistration) throw refuse('talk_settled')
}
