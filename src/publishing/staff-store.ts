import { type Db, sql } from '#platform/db'
import type { ArticleListQuery } from './contract.ts'

const itemsPerPage = 50

/** Newest first by id: a keyset that stays fast at any depth. */
export async function listArticles(db: Db, query: ArticleListQuery, staffId: number) {
  let rows = db
    .selectFrom('articles')
    .innerJoin('revisions as head', 'head.id', 'articles.head_revision_id')
    .innerJoin('sections', 'sections.id', 'head.section_id')
    .leftJoin('staff as author', 'author.id', 'head.created_by')
    .select(['articles.id', 'articles.status', 'articles.awaited_step', 'articles.publish_at'])
    .select(['articles.updated_at', 'articles.emergency_by', 'articles.emergency_confirmed_by'])
    .select(['head.title', 'head.number', 'sections.name as section', 'author.name as author'])
  if (query.status) rows = rows.where('articles.status', '=', query.status)
  if (query.step) rows = rows.where('articles.awaited_step', '=', query.step)
  if (query.sectionId) rows = rows.where('articles.section_id', '=', query.sectionId)
  if (query.mine) rows = rows.where('articles.created_by', '=', staffId)
  if (query.emergency)
    rows = rows
      .where('articles.emergency_by', 'is not', null)
      .where('articles.emergency_confirmed_by', 'is', null)
  if (query.title) rows = rows.where('head.title', 'like', `%${query.title.replace(/[\\%_]/g, '\\$&')}%`)
  if (query.after) rows = rows.where('articles.id', '<', query.after)
  const items = await rows
    .orderBy('articles.id', 'desc')
    .limit(itemsPerPage + 1)
    .execute()
  const shown = items.slice(0, itemsPerPage)
  return { items: shown, next: items.length > itemsPerPage ? (shown.at(-1)?.id ?? null) : null }
}

/** Who decided what, with names, oldest first; never capped. */
export function listHistory(db: Db, articleId: number) {
  return db
    .selectFrom('review_decisions as decision')
    .innerJoin('staff', 'staff.id', 'decision.decided_by')
    .leftJoin('review_steps as step', 'step.key', 'decision.step')
    .select(['decision.id', 'decision.decision', 'decision.comment', 'decision.decided_at'])
    .select(['decision.content_hash', 'decision.accepted_warnings', 'decision.step'])
    .select(['staff.name as by', 'step.name as step_name'])
    .where('decision.article_id', '=', articleId)
    .orderBy('decision.id')
    .execute()
}

export function listRevisions(db: Db, articleId: number) {
  return db
    .selectFrom('revisions')
    .leftJoin('staff', 'staff.id', 'revisions.created_by')
    .select(['revisions.id', 'number', 'title', 'content_hash', 'revisions.created_at', 'staff.name as by'])
    .where('article_id', '=', articleId)
    .orderBy('number', 'desc')
    .execute()
}

/** Notes that this person has the draft open, and answers who else had it open in the last two minutes. */
export async function keepEditing(db: Db, articleId: number, staffId: number, now: Date): Promise<string[]> {
  await db
    .insertInto('editing_sessions')
    .values({ article_id: articleId, staff_id: staffId, seen_at: now })
    .onConflict((on) => on.columns(['article_id', 'staff_id']).doUpdateSet({ seen_at: now }))
    .execute()
  const others = await db
    .selectFrom('editing_sessions')
    .innerJoin('staff', 'staff.id', 'editing_sessions.staff_id')
    .select('staff.name')
    .where('article_id', '=', articleId)
    .where('staff_id', '<>', staffId)
    .where('seen_at', '>', new Date(now.getTime() - 120_000))
    .orderBy('staff.name')
    .execute()
  return others.map((other) => other.name)
}

/** The numbers on one's own desk, in one query. */
export async function countWork(db: Db, staffId: number) {
  const { rows } = await sql<{ key: string; count: number }>`
    select 'draft' as key, count(*) from articles where status = 'draft' and created_by = ${staffId}
    union all select 'step:' || awaited_step, count(*) from articles where status = 'in_review' group by awaited_step
    union all select status, count(*) from articles where status in ('approved', 'scheduled') group by status
    union all select 'emergency', count(*) from articles where emergency_by is not null and emergency_confirmed_by is null
    union all select 'policies_without_interpretation', count(*) from published_articles policy
      where policy.state = 'live' and policy.document_kind in ('normative_document', 'policy_document')
      and not exists (select from policy_interpretations where policy_id = policy.article_id)`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.key, Number(row.count)]))
}
