import type { Day } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import { listSections, type Place } from './store.ts'

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
  const sections = await sectionsOf(db, filters.section)
  const chosen = db
    .selectFrom('published_article_search as s')
    .select(['s.article_id', 's.published_at'])
    .where(
      where === 'title'
        ? sql<boolean>`s.words @@ ${title}::tsquery`
        : sql<boolean>`s.words @@ ${all}::tsquery`,
    )
    .$if(where === 'text', (q) => q.where(sql<boolean>`not s.words @@ ${title}::tsquery`))
    .$if(sections !== undefined, (q) => q.where('s.section_id', 'in', sections ?? []))
    .$if(filters.kind !== undefined, (q) => q.where('s.document_kind', '=', filters.kind ?? ''))
    .$if(filters.from !== undefined, (q) => q.where('s.published_on', '>=', filters.from as Day))
    .$if(filters.to !== undefined, (q) => q.where('s.published_on', '<=', filters.to as Day))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(s.published_at, s.article_id) < (${after?.at ?? null}, ${after?.id ?? 0})`),
    )
    .orderBy('s.published_at', 'desc')
    .orderBy('s.article_id', 'desc')
    .limit(limit)
  const rows = await db
    .selectFrom(chosen.as('chosen'))
    .innerJoin('published_articles as p', 'p.article_id', 'chosen.article_id')
    .innerJoin('sections', 'sections.id', 'p.section_id')
    .select([
      'p.article_id',
      'p.title',
      'p.published_on',
      'p.published_at',
      'p.document_kind',
      'p.document_number',
    ])
    .select(['sections.name as section_name', 'sections.code as section_code'])
    .select(sql<string>`left(p.body_text, ${textCharacters})`.as('body_text'))
    .orderBy('chosen.published_at', 'desc')
    .orderBy('chosen.article_id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, inTitle: where === 'title' }))
}
export type Hit = Awaited<ReturnType<typeof hits>>[number]

/** A section and everything below it; [-1], which no section has, when there is no such section. */
async function sectionsOf(db: Db, code: string | undefined): Promise<number[] | undefined> {
  if (code === undefined) return undefined
  const all = await listSections(db)
  const found = new Set(all.filter((section) => section.code === code).map((section) => section.id))
  for (const id of found) for (const child of all) if (child.parent_id === id) found.add(child.id)
  return found.size ? [...found] : [-1]
}
