import { refuse } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import type { ArticleFilters, ArticleListQuery } from './contract.ts'

const itemsPerPage = 50

/** Unit: microseconds since 1970, so that a place travels as a whole number; what was never submitted stands at the beginning. */
const sorted = {
  id: undefined,
  updated: sql<Date>`articles.updated_at`,
  submitted: sql<Date>`coalesce(articles.submitted_at, timestamptz '1970-01-01 00:00:00+00')`,
} as const

/** A page of the list by keyset: as fast on page 1,000 as on page 1. */
export async function listArticles(db: Db, query: ArticleListQuery, staffId: number) {
  const { column, direction } = query.sort
  const key = sorted[column]
  const place = key ? sql<number>`(extract(epoch from ${key}) * 1000000)::bigint` : sql<number>`0`
  let rows = filtered(db, query, staffId).select(place.as('place'))
  if (query.after) rows = rows.where(beyond(query.after, key, direction))
  if (key) rows = rows.orderBy(key, direction)
  const items = await rows
    .orderBy('articles.id', direction)
    .limit(itemsPerPage + 1)
    .execute()
  const shown = items.slice(0, itemsPerPage)
  const last = items.length > itemsPerPage ? shown.at(-1) : undefined
  return { items: shown.map(({ place: _, ...row }) => row), next: last ? `${last.place}.${last.id}` : null }
}

function beyond(after: string, key: (typeof sorted)[keyof typeof sorted], direction: 'asc' | 'desc') {
  const [place = 0, id = 0] = after.split('.').map(Number)
  const further = sql.raw(direction === 'desc' ? '<' : '>')
  if (!key) return sql<boolean>`articles.id ${further} ${id}`
  const at = sql`timestamptz 'epoch' + ${place}::bigint * interval '1 microsecond'`
  return sql<boolean>`(${key}, articles.id) ${further} (${at}, ${id})`
}

/** Every row of the filtered list, newest first, read while it is written out. */
export async function* rowsForExport(db: Db, query: ArticleFilters, staffId: number, rowsPerRead = 2000) {
  for (let before: number | undefined; ; ) {
    const rows = await filtered(db, query, staffId)
      .$if(before !== undefined, (q) => q.where('articles.id', '<', before as number))
      .orderBy('articles.id', 'desc')
      .limit(rowsPerRead)
      .execute()
    yield* rows
    before = rows.at(-1)?.id
    if (rows.length < rowsPerRead) return
  }
}

/** The newest word on the item was a return. */
export const lastReturned = sql<boolean>`(select decision from review_decisions
  where article_id = articles.id order by id desc limit 1) = 'returned'`

/**
 * A second person confirms an emergency: none who published it so since the last confirmation, none who wrote a word of
 * what went out. The same as `involvedInEmergency`, asked of many items at once.
 */
export const mayConfirm = (
  staffId: number,
) => sql<boolean>`${staffId}::bigint is distinct from articles.emergency_by
  and not exists (select from review_decisions open where open.article_id = articles.id
    and open.decision = 'emergency_published' and open.decided_by = ${staffId} and open.id > coalesce((
      select max(id) from review_decisions where article_id = articles.id and decision = 'emergency_confirmed'), 0))
  and not exists (select from published_articles shown
    join revisions last on last.id = shown.revision_id
    join revisions written on written.article_id = shown.article_id and written.number <= last.number
    where shown.article_id = articles.id and written.created_by = ${staffId})`

function filtered(db: Db, query: ArticleFilters, staffId: number) {
  let rows = db
    .selectFrom('articles')
    .innerJoin('revisions as head', 'head.id', 'articles.head_revision_id')
    .innerJoin('sections', 'sections.id', 'head.section_id')
    .leftJoin('staff as author', 'author.id', 'head.created_by')
    .select(['articles.id', 'articles.status', 'articles.awaited_step', 'articles.publish_at'])
    .select([
      'articles.updated_at',
      'articles.submitted_at',
      'articles.withdraw_at',
      'articles.first_published_at',
    ])
    .select(['articles.emergency_by', 'articles.emergency_confirmed_by'])
    .select([
      'head.title',
      'head.number',
      'head.document_kind',
      'sections.name as section',
      'author.name as author',
    ])
  if (query.status) rows = rows.where('articles.status', '=', query.status)
  if (query.step) rows = rows.where('articles.awaited_step', '=', query.step)
  if (query.sectionId) rows = rows.where('articles.section_id', '=', query.sectionId)
  if (query.kind) rows = rows.where('head.document_kind', '=', query.kind)
  if (query.mine) rows = rows.where('articles.created_by', '=', staffId)
  if (query.others && query.emergency) rows = rows.where(mayConfirm(staffId))
  else if (query.others)
    rows = rows.where(
      sql<boolean>`${staffId}::bigint is distinct from articles.submitted_by and ${staffId}::bigint is distinct from head.created_by`,
    )
  if (query.returned) rows = rows.where('articles.status', '=', 'draft').where(lastReturned)
  if (query.corrected)
    rows = rows
      .where('articles.status', '=', 'published')
      .whereRef('articles.head_revision_id', '<>', 'articles.public_revision_id')
  if (query.from) rows = rows.where('articles.updated_at', '>=', instantOf(query.from, '00:00'))
  if (query.to) rows = rows.where('articles.updated_at', '<', instantOf(addDays(query.to, 1), '00:00'))
  if (query.emergency)
    rows = rows
      .where('articles.emergency_by', 'is not', null)
      .where('articles.emergency_confirmed_by', 'is', null)
  if (query.title) rows = rows.where('head.title', 'like', `%${query.title.replace(/[\\%_]/g, '\\$&')}%`)
  return rows
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

/** Notes that this person has the draft open, and answers who else had it open in the last two minutes. Throws: Refusal not_found. */
export async function keepEditing(db: Db, articleId: number, staffId: number, now: Date): Promise<string[]> {
  const known = await db
    .insertInto('editing_sessions')
    .columns(['article_id', 'staff_id', 'seen_at'])
    .expression((eb) =>
      eb
        .selectFrom('articles')
        .select(['id', sql.val(staffId).as('staff_id'), sql.val(now).as('seen_at')])
        .where('id', '=', articleId),
    )
    .onConflict((on) => on.columns(['article_id', 'staff_id']).doUpdateSet({ seen_at: now }))
    .returning('article_id')
    .executeTakeFirst()
  if (!known) throw refuse('not_found')
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

/** What its section says of disclosure, and the 索引号 that an item has since it was first public. */
export function findPlace(db: Db, id: number, sectionId: number) {
  return db
    .selectFrom('sections')
    .leftJoin('published_articles as item', (join) => join.on('item.article_id', '=', id))
    .select(['sections.counts_as_disclosure', 'item.index_number', 'item.content_hash as shown_hash'])
    .where('sections.id', '=', sectionId)
    .executeTakeFirstOrThrow()
}
