import type { Day } from '#platform/clock'
import type { LetterSource, LetterStatus, PublicationBasis, RefusalGround } from './contract.ts'
import { refuse } from './refusals.ts'

/** A letter without its sealed original. */
export type Letter = {
  id: number
  number: string
  mailbox: string
  status: LetterStatus
  topicId: number | null
  /** As the file had it from which the letter was taken over; one of ours or not. */
  topicGiven: string
  subjectPublic: string
  bodyPublic: string
  replyPublic: string
  consents: boolean
  released: boolean
  receivedOn: Day
  acceptDueOn: Day | null
  acceptedOn: Day | null
  dueOn: Day | null
  /** The days of the answer count from here, when not from receipt: the letter was reopened before anybody answered it. */
  answerFrom: Day | null
  /** The first reply; the clock stops here. */
  repliedOn: Day | null
  lastRepliedOn: Day | null
  /** The final closing. */
  closedOn: Day | null
  refusalGround: RefusalGround | null
  authority: string
  departmentId: number | null
  handlerId: number | null
  duplicateOfId: number | null
  sourceKind: LetterSource['kind'] | null
  sourceId: number | null
  nameWithdrawn: boolean
  publicChangedBy: number | null
  /** Why it may be public when the form does not say so. */
  publicationBasis: PublicationBasis | null
  publicationNote: string
  basisRecordedBy: number | null
  consentWithdrawn: boolean
  rating: number | null
  supervised: boolean
  version: number
}

const open = ['received', 'handling', 'in_approval'] as const satisfies readonly LetterStatus[]
const answered = ['replied', 'closed'] as const satisfies readonly LetterStatus[]

/** What staff may do in which state, with which permission. */
export const moves = {
  accept: { from: ['received'], action: 'letters.handle' },
  classify: { from: [...open, ...answered], action: 'letters.handle' },
  refuse: { from: ['received', 'handling'], action: 'letters.handle' },
  dispatch: { from: ['received', 'handling'], action: 'letters.handle' },
  claim: { from: ['received', 'handling'], action: 'letters.handle' },
  return_dispatch: { from: ['received', 'handling'], action: 'letters.handle' },
  give_opinion: { from: ['handling'], action: 'letters.handle' },
  merge: { from: ['received', 'handling'], action: 'letters.handle' },
  attach_file: { from: ['handling'], action: 'letters.handle' },
  remove_file: { from: ['handling'], action: 'letters.handle' },
  draft_reply: { from: ['handling'], action: 'letters.handle' },
  decide_reply: { from: ['in_approval'], action: 'letters.approve' },
  change_public_version: { from: ['handling', 'in_approval', ...answered], action: 'letters.handle' },
  cover: { from: ['handling', 'in_approval', ...answered], action: 'letters.approve' },
  record_basis: { from: ['handling', 'in_approval', ...answered], action: 'letters.handle' },
  release: { from: answered, action: 'letters.approve' },
  supervise: { from: [...open, 'replied'], action: 'letters.approve' },
  end_supervision: { from: [...open, ...answered], action: 'letters.approve' },
  answer_follow_up: { from: ['replied'], action: 'letters.handle' },
  close: { from: ['replied'], action: 'letters.handle' },
  reopen: { from: [...answered, 'refused', 'routed', 'merged'], action: 'letters.approve' },
} as const satisfies Record<
  string,
  { from: readonly LetterStatus[]; action: 'letters.handle' | 'letters.approve' }
>
export type Move = keyof typeof moves

/** What the sender may do in which state, by number and code. */
export const senderMoves = {
  // The sender of a merged letter has got the joint reply; a bad rating or an objection makes it a letter of its own again.
  rate: [...answered, 'merged'],
  object: [...answered, 'merged'],
  withdraw: [...open, ...answered, 'refused', 'routed', 'merged'],
  correct_contact: [...open, ...answered, 'refused', 'routed', 'merged'],
  withdraw_name: [...open, ...answered, 'refused', 'routed', 'merged', 'withdrawn'],
} as const satisfies Record<string, readonly LetterStatus[]>
export type SenderMove = keyof typeof senderMoves

export const isOpen = (status: LetterStatus): boolean => (open as readonly LetterStatus[]).includes(status)

export const mayMove = (status: LetterStatus, move: Move): boolean =>
  (moves[move].from as readonly LetterStatus[]).includes(status)

export const senderMay = (status: LetterStatus, move: SenderMove): boolean =>
  (senderMoves[move] as readonly LetterStatus[]).includes(status)

/** Throws: Refusal wrong_status. */
export function assertMove(letter: Pick<Letter, 'status'>, move: Move) {
  if (!mayMove(letter.status, move)) throw refuse('wrong_status')
}
