import type { FileFinding, LetterStatus, PublicationBasis, RefusalGround } from '#letters/contract'

export type Running = {
  clock: 'acceptance' | 'answer' | 'follow_up'
  dueOn: string
  urgency: 'overdue' | 'today' | 'soon' | 'later'
  left: number | null
}
export type LetterRow = {
  id: number
  number: string
  mailbox: string
  mailboxName: string
  topic: string
  topicId: number | null
  department?: string | null
  status: LetterStatus
  subjectPublic: string
  bodyPublic: string
  replyPublic: string
  consents: boolean
  publicationBasis: PublicationBasis | null
  publicationNote: string
  released: boolean
  receivedOn: string
  acceptDueOn: string | null
  acceptedOn: string | null
  dueOn: string | null
  repliedOn: string | null
  lastRepliedOn: string | null
  closedOn: string | null
  refusalGround: RefusalGround | null
  authority: string
  sourceKind: 'call' | 'foi_request' | 'counter' | 'post' | null
  nameWithdrawn: boolean
  rating: number | null
  supervised: boolean
  version: number
  clock?: Running | null
}
export type DispatchView = {
  id: number
  departmentId: number
  department: string
  part: 'main' | 'assisting'
  note: string
  dispatchedOn: string
  claimedBy: string | null
  claimedOn: string | null
  opinion: string | null
  opinionOn: string | null
  endedOn: string | null
  endedAs: 'returned' | 'dispatched_anew' | null
  endedBecause: string
}
export type FollowUpView = {
  id: number
  cause: string
  hasWords: boolean
  openedOn: string
  dueOn: string | null
  closedOn: string | null
  outcome: string | null
}
export type AttachmentView = { id: number; namePublic: string; textPublic: string; shown: boolean }
export type ReplyFileView = {
  id: number
  name: string
  namePublic: string
  shown: boolean
  sent: boolean
  /** Of the reply that is written, waits, or holds. */
  latest: boolean
  findings: FileFinding[]
}
export type LetterView = {
  letter: LetterRow
  clock: Running | null
  events: {
    id: number
    kind: string
    on: string
    detail: Record<string, unknown>
    staffName: string | null
  }[]
  dispatches: DispatchView[]
  followUps: FollowUpView[]
  attachments: AttachmentView[]
  reply: {
    body: string
    bodyPublic: string
    waiting: boolean
    /** What senders of merged letters get in its stead. */
    forMerged: string
    contentHash: string
    returnedReason: string | null
  } | null
  /** Words of the public version that may be names. */
  doubts: string[]
  replyFiles: ReplyFileView[]
  /** How many letters get the same reply. */
  merged: number
  related: {
    id: number
    number: string
    status: LetterStatus
    subjectPublic: string
    sameSender: boolean
    sameWords: boolean
    alike: number | null
    because: string[]
  }[]
  abilities: Record<string, boolean>
}
export type Suggested = {
  corpus: 'letters' | 'entries'
  entry: string
  score: number
  because: string[]
  title: string
  answer: string
}
export type ContactView = {
  kind: 'letter' | 'call' | 'talk'
  id: number
  number: string
  at: string
  words: string
  state: string
}
export type TopicView = {
  id: number
  parentId: number | null
  level: number
  name: string
  answerWithin: number | null
  inUse: boolean
}
export type MailboxView = {
  key: string
  name: string
  description: string
  answer_within: number
  accept_within: number
  warn_before: number
  follow_up_within: number
  objections_within: number
  attachments_most: number
  name_required: boolean
  phone_required: boolean
  in_use: boolean
}
