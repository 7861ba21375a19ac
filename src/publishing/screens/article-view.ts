import type {
  ArticleContent,
  ArticleStatus,
  DocumentKind,
  Finding,
  WithdrawalKind,
} from '#publishing/contract'
import type { NoDisclosure } from '../disclosure.ts'

/** JSON of GET /api/staff/articles/:id, as far as the screens read it. */
export type ArticleView = {
  article: {
    id: number
    status: ArticleStatus
    version: number
    awaitedStep: string | null
    publishAt: string | null
    withdrawal: { at: string; kind: WithdrawalKind; reason: string; mergedIntoId: number | null } | null
    publicRevisionId: number | null
    firstPublishedAt: string | null
    emergencyBy: number | null
    emergencyReason: string | null
    emergencyConfirmedBy: number | null
  }
  content: Content
  published: Content | null
  /** What this person typed and did not save. */
  keptDraft: { at: string; version: number; values: Record<string, unknown> } | null
  steps: { key: string; name: string }[]
  history: {
    id: number
    decision: string
    comment: string
    decided_at: string
    content_hash: string
    step_name: string | null
    by: string
    accepted_warnings: { code: string; word: string }[]
  }[]
  events: { id: number; at: string; actor_name: string; action: string; detail: Record<string, unknown> }[]
  revisions: { id: number; number: number; title: string; created_at: string; by: string | null }[]
  findings: Finding[]
  /** Warnings that nobody answered since the item was last submitted. */
  unworded: Finding[]
  /** Fingerprint of what the public saw last. */
  shownHash: string | null
  indexNumber: string | null
  /** Why it does not count as proactive disclosure; null: it counts. */
  noDisclosure: NoDisclosure | null
  abilities: Record<
    | 'edit'
    | 'submit'
    | 'decide'
    | 'publish'
    | 'schedule'
    | 'cancelSchedule'
    | 'publishInEmergency'
    | 'confirmEmergency'
    | 'withdraw'
    | 'scheduleWithdrawal'
    | 'deliver'
    | 'link',
    boolean
  >
}
export type Content = Omit<ArticleContent, 'attachments'> & {
  id: number
  articleId: number
  number: number
  contentHash: string
  createdBy: number | null
  bodyText: string
  attachments: (ArticleContent['attachments'][number] & { sha256: string; sizeBytes: number })[]
}
export type SectionRow = {
  id: number
  code: string
  name: string
  parent_id: number | null
  kind: string
  description: string
  keywords: string
  column_type: string
  freshness_days: number | null
  owner_department_id: number | null
  owner: string | null
  newest_on: string | null
  overdue: boolean
  merged_into_id: number | null
  position: number
  shortcut_position: number | null
  counts_as_disclosure: boolean
  default_document_kind: DocumentKind | null
  default_origin: ArticleContent['origin'] | null
  status: string
}
export type ArticleRow = {
  id: number
  title: string
  section: string
  author: string | null
  status: ArticleStatus
  awaited_step: string | null
  publish_at: string | null
  updated_at: string
  submitted_at: string | null
  withdraw_at: string | null
  document_kind: DocumentKind
  emergency_by: number | null
  emergency_confirmed_by: number | null
}
