import type { Day } from '#platform/clock'
import type { LetterStatus, RefusalGround } from './contract.ts'
import { refuse } from './refusals.ts'

/** A letter without its sealed original. */
export type Letter = {
  id: number
  number: string
  mailbox: string
  status: LetterStatus
  subjectPublic: string
  bodyPublic: string
  replyPublic: string
  consents: boolean
  released: boolean
  receivedOn: Day
  acceptedOn: Day | null
  dueOn: Day | null
  repliedOn: Day | null
  refusalGround: RefusalGround | null
  departmentId: number | null
  rating: number | null
  supervised: boolean
  version: number
}

/** What may be done in which state, with which permission. */
export const moves = {
  accept: { from: ['received'], action: 'letters.handle' },
  refuse: { from: ['received', 'handling'], action: 'letters.handle' },
  dispatch: { from: ['received', 'handling'], action: 'letters.handle' },
  draft_reply: { from: ['handling'], action: 'letters.handle' },
  decide_reply: { from: ['in_approval'], action: 'letters.approve' },
  change_public_version: { from: ['handling', 'in_approval', 'replied'], action: 'letters.handle' },
  release: { from: ['replied'], action: 'letters.approve' },
  supervise: { from: ['received', 'handling', 'in_approval'], action: 'letters.approve' },
  reopen: { from: ['replied', 'refused'], action: 'letters.approve' },
} as const satisfies Record<
  string,
  { from: readonly LetterStatus[]; action: 'letters.handle' | 'letters.approve' }
>
export type Move = keyof typeof moves

export const mayMove = (status: LetterStatus, move: Move): boolean =>
  (moves[move].from as readonly LetterStatus[]).includes(status)

/** Throws: Refusal wrong_status. */
export function assertMove(letter: Pick<Letter, 'status'>, move: Move) {
  if (!mayMove(letter.status, move)) throw refuse('wrong_status')
}
