import type { ArticleStatus, WithdrawalInput } from './contract.ts'
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
  /** A withdrawal set for later. */
  withdrawal: (WithdrawalInput & { at: Date }) | null
  firstPublishedAt: Date | null
  emergencyReason: string | null
  emergencyBy: number | null
  emergencyConfirmedBy: number | null
  version: number
  createdBy: number | null
}

/**
 * Legal moves. The status tells of the head revision; `publicRevisionId` tells whether the public sees something.
 * A correction under review leaves the public its old text, and what is wrong can be withdrawn at any time.
 */
export const moves = {
  edit: ['draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn'],
  submit: ['draft', 'published', 'withdrawn'],
  decide: ['in_review'],
  publish: ['approved', 'scheduled'],
  schedule: ['approved', 'scheduled'],
  cancel_schedule: ['scheduled'],
  publish_in_emergency: ['draft', 'in_review', 'approved', 'scheduled'],
  confirm_emergency: ['published'],
  withdraw: ['draft', 'in_review', 'approved', 'scheduled', 'published'],
  schedule_withdrawal: ['approved', 'scheduled', 'published'],
} satisfies Record<string, readonly ArticleStatus[]>
export type Move = keyof typeof moves

const needsPublic: ReadonlySet<Move> = new Set(['withdraw'])

export function mayMove(article: Pick<Article, 'status' | 'publicRevisionId'>, move: Move): boolean {
  if (needsPublic.has(move) && article.publicRevisionId === null) return false
  return (moves[move] as readonly ArticleStatus[]).includes(article.status)
}

/** Throws: Refusal wrong_status. */
export function assertMove(article: Article, move: Move) {
  if (!mayMove(article, move)) throw refuse('wrong_status')
}

/** Throws: Refusal stale, when somebody saved since this version was read. */
export function assertVersion(article: Article, version: number) {
  if (article.version !== version) throw refuse('edited_by_other')
}
