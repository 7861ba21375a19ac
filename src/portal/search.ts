import { addDays, type Day, instantOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import { anyQuarter } from './search-terms.ts'
import { sectionsOf } from './section-tree.ts'
import type { Place } from './store.ts'

export type SearchFilters = { section?: string; kind?: string; from?: Day; to?: Day }
/** Best: hits in the title first, then hits in the text, each newest first. Newest: by day alone. */
export type SearchOrder = 'best' | 'newest'
export type SearchPlace = { inTitle: boolean; at: Place }
type Tsqueries = { all: string; title: string }

/** Unit: characters of the text that a hit brings along for its excerpt. */
const textCharacters = 20_000

/** Up to `limit` hits after a place. Fast because it reads `published_article_search` alone until the hits are chosen. */
export async function search(
  db: Db,
  queries: Tsqueries,
  filters: SearchFilters,
  order: SearchOrder,
  after: SearchPlace | undefined,
  limit: number,
) {
  if (order === 'newest') return hits(db, queries, filters, 'anywhere', after?.at, limit)
  const inTitle = after && !after.inTitle ? [] : await hits(db, queries, filters, 'title', after?.at, limit)
  if (inTitle.length >= limit) return inTitle
  const rest = after && !after.inTitle ? after.at : undefined
  return [...inTitle, ...(await hits(db, queries, filters, 'text', rest, limit - inTitle.length))]
}

async function hits(
  db: Db,
  { all, title }: Tsqueries,
  filters: SearchFilters,
  where: 'title' | 'text' | 'anywhere',
  after: Place | undefined,
  limit: number,
) {
  const words = where === 'title' ? title : where === 'text' ? `${all} & !(${title})` : all
  const ids = await chosen(db, words, filters, after, limit)
  const rows = await db
    .selectFrom('published_articles as p')
    .innerJoin('sections', 'sections.id', 'p.section_id')
    .select([
      'p.article_id',
      'p.title',
      'p.published_on',
      'p.published_at',
      'p.document_kind',
      'p.document_number',
      'p.effectiveness',
      'p.media',
      'p.link_url',
    ])
    .select(['sections.name as section_name', 'sections.code as section_code'])
    .select(sql<string>`left(p.body_text, ${textCharacters})`.as('body_text'))
    .where('p.article_id', 'in', ids.length ? ids : [-1])
    .orderBy('p.published_at', 'desc')
    .orderBy('p.article_id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, inTitle: where === 'title' }))
}
export type Hit = Awaited<ReturnType<typeof hits>>[number]

/**
 * The newest items that match, one quarter after the other from the newest back: PostgreSQL stops at the quarter in
 * which the page is full, so that a word of every item costs no more than one of a few.
 */
async function chosen(
  db: Db,
  words: string,
  filters: SearchFilters,
  after: Place | undefined,
  limit: number,
): Promise<number[]> {
  const narrowed = await narrowing(db, filters, after)
  const { rows } = await sql<{ article_id: number }>`
    ${quarters(filters, after)}
    select hit.article_id from known
    cross join lateral generate_series(known.newest, known.oldest, -1) as quarter
    cross join lateral (
      select article_id from (
        select s.article_id, s.published_at from published_article_search s
        where s.words @@ replace(${words}, ${anyQuarter}, lpad(quarter::text, 4, '0'))::tsquery ${narrowed}
        -- A fence: else the planner walks all items by day in the hope of an early end.
        offset 0
      ) as matching order by published_at desc, article_id desc limit ${limit}
    ) as hit
    limit ${limit}`.execute(db)
  return rows.map((row) => row.article_id)
}

/** How many items match, counted up to one more than `most`: PostgreSQL stops there. */
export async function countHits(
  db: Db,
  words: string,
  filters: SearchFilters,
  most: number,
): Promise<number> {
  const narrowed = await narrowing(db, filters)
  const { rows } = await sql<{ count: number }>`
    ${quarters(filters)}
    select count(*)::integer as count from (
      select from known
      cross join lateral generate_series(known.newest, known.oldest, -1) as quarter
      cross join lateral (
        select from published_article_search s
        where s.words @@ replace(${words}, ${anyQuarter}, lpad(quarter::text, 4, '0'))::tsquery ${narrowed}
        offset 0
      ) as hit
      limit ${most + 1}
    ) as counted`.execute(db)
  return rows[0]?.count ?? 0
}

async function narrowing(db: Db, filters: SearchFilters, after?: Place) {
  const sections = await sectionsOf(db, filters.section)
  const conditions = [
    sections && sql`s.section_id = any(${sections}::bigint[])`,
    filters.kind !== undefined && sql`s.document_kind = ${filters.kind}`,
    filters.from && sql`s.published_on >= ${filters.from}::date`,
    filters.to && sql`s.published_on <= ${filters.to}::date`,
    after && sql`(s.published_at, s.article_id) < (${after.at}::timestamptz, ${after.id}::bigint)`,
  ].filter((condition) => Boolean(condition))
  return conditions.length ? sql`and ${sql.join(conditions, sql` and `)}` : sql``
}

/** The quarters in which a hit can stand, as a CTE. */
const quarters = (filters: SearchFilters, after?: Place) => sql`with known as (
  select search_quarter(greatest(min(published_at), ${filters.from ?? null}::date))::integer as oldest,
    search_quarter(least(max(published_at), ${newestOf(filters, after)}::timestamptz))::integer as newest
  from published_article_search
)`

/** No hit is newer than this, so quarters after it are not looked into. */
function newestOf({ to }: SearchFilters, after: Place | undefined): Date {
  const ends = [to && instantOf(addDays(to, 1)), after?.at].filter((end) => end instanceof Date)
  return new Date(Math.min(8.64e15 / 100, ...ends.map((end) => end.getTime())))
}
