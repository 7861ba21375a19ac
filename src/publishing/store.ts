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
    .select(['step', 'decision', 'content_hash', 'decided_by', 'accepted_warnings'])
    .where('article_id', '=', articleId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    decision: row.decision,
    contentHash: row.content_hash,
    decidedBy: row.decided_by,
    wordedCodes: (row.accepted_warnings as { code: string }[]).map(({ code }) => code),
  }))
}

/** Whoever wrote a revision after the one that was last public, the head's author in any case. */
export async function listAuthors(
  tx: Db | Tx,
  article: Pick<Article, 'id' | 'headRevisionId'>,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('revisions')
    .leftJoin('published_articles as shown', 'shown.article_id', 'revisions.article_id')
    .leftJoin('revisions as last', 'last.id', 'shown.revision_id')
    .select('revisions.created_by')
    .distinct()
    .where('revisions.article_id', '=', article.id)
    .where((eb) =>
      eb.or([
        eb('last.number', 'is', null),
        eb('revisions.number', '>', eb.ref('last.number')),
        eb('revisions.id', '=', article.headRevisionId),
      ]),
    )
    .execute()
  return rows.flatMap((row) => row.created_by ?? [])
}

/** Whoever wrote any revision up to the one the public saw last. */
export async function listShownAuthors(tx: Db | Tx, articleId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('published_articles as shown')
    .innerJoin('revisions as last', 'last.id', 'shown.revision_id')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.article_id', '=', 'shown.article_id')
        .onRef('revisions.number', '<=', 'last.number'),
    )
    .select('revisions.created_by')
    .distinct()
    .where('shown.article_id', '=', articleId)
    .execute()
  return rows.flatMap((row) => row.created_by ?? [])
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
