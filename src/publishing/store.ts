import type { Insertable, Selectable } from 'kysely'
import { refuse as refuseGenerally } from '#platform'
import type { Database, Db, Tx } from '#platform/db'
import type { Article } from './article.ts'
import type { ArticleStatus, WithdrawalKind } from './contract.ts'
import type { Decision, ReviewStep } from './review.ts'

/** Throws: Refusal not_found. Locks the row until the transaction ends. */
export async function lockArticle(tx: Tx, id: number): Promise<Article> {
  const row = await tx.selectFrom('articles').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refuseGenerally('not_found')
  return asArticle(row)
}

export async function findArticle(db: Db | Tx, id: number): Promise<Article | undefined> {
  const row = await db.selectFrom('articles').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asArticle(row)
}

/** Writes the changed columns and moves the optimistic lock on. */
export async function saveArticle(tx: Tx, article: Article, changes: ArticleChanges, now: Date) {
  await tx
    .updateTable('articles')
    .set({ ...changes, version: article.version + 1, updated_at: now })
    .where('id', '=', article.id)
    .execute()
}
export type ArticleChanges = Partial<Omit<Insertable<Database['articles']>, 'id' | 'version' | 'updated_at'>>

export async function listReviewSteps(tx: Db | Tx): Promise<ReviewStep[]> {
  const rows = await tx.selectFrom('review_steps').selectAll().orderBy('position').execute()
  return rows.map(({ distinct_person, ...row }) => ({ ...row, distinctPerson: distinct_person }))
}

/** Oldest first. */
export async function listDecisions(tx: Db | Tx, articleId: number): Promise<Decision[]> {
  const rows = await tx
    .selectFrom('review_decisions')
    .select(['step', 'decision', 'content_hash', 'decided_by'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    decision: row.decision,
    contentHash: row.content_hash,
    decidedBy: row.decided_by,
  }))
}

export async function insertDecision(tx: Tx, row: Insertable<Database['review_decisions']>) {
  await tx.insertInto('review_decisions').values(row).execute()
}

function asArticle(row: Selectable<Database['articles']>): Article {
  return {
    id: row.id,
    sectionId: row.section_id,
    status: row.status as ArticleStatus,
    headRevisionId: row.head_revision_id,
    publicRevisionId: row.public_revision_id,
    awaitedStep: row.awaited_step,
    submittedBy: row.submitted_by,
    publishAt: row.publish_at,
    withdrawal: row.withdraw_at && {
      at: row.withdraw_at,
      kind: row.withdraw_kind as WithdrawalKind,
      reason: row.withdraw_reason ?? '',
      mergedIntoId: row.withdraw_into_id,
    },
    firstPublishedAt: row.first_published_at,
    emergencyReason: row.emergency_reason,
    emergencyBy: row.emergency_by,
    emergencyConfirmedBy: row.emergency_confirmed_by,
    version: row.version,
    createdBy: row.created_by,
  }
}
