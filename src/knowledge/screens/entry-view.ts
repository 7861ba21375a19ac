import type { Audience, EntryAction, EntryStatus } from '#knowledge/contract'

/** One entry as the API answers it; `abilities` is all that React knows of the rules. */
export type EntryView = {
  id: number
  topic: string
  question: string
  variants: string[]
  answer: string
  status: EntryStatus
  audience: Audience
  sourceArticleId: number | null
  validUntil: string | null
  suspendedBecause: string
  solved: number
  mergedIntoId: number | null
  version: number
  attention?: number
  abilities: Record<EntryAction, boolean>
  alike?: { entry: string; title: string; score: number; because: string[] }[]
}
