import type { ArticleStatus } from './contract.ts'
import { refuse } from './refusals.ts'

/** An article as the rules see it; its content is in its revisions. */
export type Article = {
  id: number
  sectionId: number
  status: ArticleStatus
  headRevisionId: number | null
  publicRevisionId: number | null
  awaitedStep: string | null
  submittedBy: number | null
  publishAt: Date | null
  firstPublishedAt: Date | null
  emergencyBy: number | null
  emergencyConfirmedBy: number | null
  version: number
  createdBy: number | null
}

/** Legal moves. `published` with a newer head revision is a correction under review: the public keeps the old text. */
export const moves = {
  edit: ['draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn'],
  submit: ['draft', 'published', 'withdrawn'],
  decide: ['in_review'],
  publish: ['approved', 'scheduled'],
  schedule: ['approved', 'scheduled'],
  publish_in_emergency: ['draft', 'in_review', 'approved', 'scheduled'],
  confirm_emergency: ['published'],
  withdraw: ['published'],
} satisfies Record<string, readonly ArticleStatus[]>
export type Move = keyof typeof moves

export function mayMove(status: ArticleStatus, move: Move): boolean {
  return (moves[move] as readonly ArticleStatus[]).includes(status)
}

/** Throws: Refusal wrong_status. */
export function assertMove(article: Article, move: Move) {
  if (!mayMove(article.status, move)) throw refuse('wrong_status')
}

/** Throws: Refusal stale, when somebody saved since this version was read. */
export function assertVersion(article: Article, version: number) {
  if (article.version !== version) throw refuse('edited_by_other')
}
