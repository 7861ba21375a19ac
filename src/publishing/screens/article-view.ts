import type { ArticleContent, ArticleStatus, Finding } from '#publishing/contract'

/** JSON of GET /api/staff/articles/:id, as far as the screens read it. */
export type ArticleView = {
  article: {
    id: number
    status: ArticleStatus
    version: number
    awaitedStep: string | null
    publishAt: string | null
  }
  content: Content
  published: Content | null
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
  revisions: { id: number; number: number; title: string; created_at: string; by: string | null }[]
  findings: Finding[]
  abilities: Record<
    | 'edit'
    | 'submit'
    | 'decide'
    | 'publish'
    | 'schedule'
    | 'publishInEmergency'
    | 'confirmEmergency'
    | 'withdraw',
    boolean
  >
}
export type Content = ArticleContent & { id: number; number: number; contentHash: string; bodyText: string }
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
  position: number
  shortcut_position: number | null
  counts_as_disclosure: boolean
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
  emergency_by: number | null
  emergency_confirmed_by: number | null
}
