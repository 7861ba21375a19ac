import type { Author, TalkAction, TalkOutcome, TalkStatus } from '#chat/contract'
import type { CallKind } from '#hotline/contract'

/** A talk in a list: personal data masked. */
export type ListedTalk = {
  id: number
  number: string
  status: TalkStatus
  openedAt: string
  question: string
}
export type OpenTalk = ListedTalk & { seenAt: string; asks?: boolean }
export type Colleague = { id: number; name: string; talks: number }
export type ConsoleView = {
  present: boolean
  waiting: OpenTalk[]
  mine: OpenTalk[]
  agents: Colleague[]
}

export type LoggedTalk = ListedTalk & {
  answer: string
  kind: CallKind | null
  topic: string
  outcome: TalkOutcome | null
  solved: boolean | null
  letterId: number | null
  agentName: string | null
}

export type Message = { id: number; author: Author; body: string; saidAt: string; staffName: string | null }
export type Words = {
  status: TalkStatus
  outcome: TalkOutcome | null
  solved: boolean | null
  letterId: number | null
  awaitsRegistration: boolean
  messages: Message[]
}
export type TalkView = Words & {
  number: string
  openedAt: string
  kind: CallKind | null
  topic: string
  citizen: { name: string; telephone: string }
  abilities: Record<TalkAction, boolean>
}
