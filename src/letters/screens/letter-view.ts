import type { LetterStatus, RefusalGround } from '#letters/contract'

export type LetterRow = {
  id: number
  number: string
  mailbox: string
  status: LetterStatus
  subjectPublic: string
  bodyPublic: string
  replyPublic: string
  consents: boolean
  released: boolean
  receivedOn: string
  acceptedOn: string | null
  dueOn: string | null
  repliedOn: string | null
  refusalGround: RefusalGround | null
  rating: number | null
  supervised: boolean
}
export type LetterView = {
  letter: LetterRow
  events: {
    id: number
    kind: string
    on: string
    detail: Record<string, unknown>
    staffName: string | null
  }[]
  reply: { body: string; bodyPublic: string; contentHash: string; returnedReason: string | null } | null
  abilities: Record<string, boolean>
}
export type Suggested = { entry: string; score: number; because: string[]; title: string; answer: string }
