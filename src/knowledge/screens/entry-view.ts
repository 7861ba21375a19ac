import type { Audience, EntryAction, EntryStatus, StaleBecause } from '#knowledge/contract'
import type { Policy } from './policy-picker.tsx'

/** One entry as the API answers it; `abilities` is all that React knows of the rules. */
export type EntryView = {
  id: number
  topic: string
  question: string
  variants: string[]
  answer: string
  status: EntryStatus
  audience: Audience
  validUntil: string | null
  suspendedBecause: string
  solved: number
  mergedIntoId: number | null
  version: number
  attention?: number
  owner: string
  ownerActive: boolean
  sources?: (Policy & { because: StaleBecause | null })[]
  abilities: Record<EntryAction, boolean>
  alike?: { entry: string; title: string; score: number; because: string[] }[]
}
