import type { Db } from '#platform/db'

/** Public rows only: what is not here is not public. */
const listed = ['live', 'archived', 'notice']
export type Place = { at: Date; id: number }

export function findSection(db: Db, code: string) {
  return db.selectFrom('sections').selectAll().where('code', '=', code).executeTakeFirst()
}

export function listSections(db: Db) {
  return db
    .selectFrom('sections')
    .select(['id', 'code', 'name', 'parent_id', 'kind', 'shortcut_position'])
    .where('status', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Newest first, after a place: as fast on page 1,000 as on page 1. */
export async function listItems(db: Db, sectionId: number, after: Place | undefined, limit: number) {
  let query = db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'published_on', 'published_at'])
    .where('section_id', '=', sectionId)
    .where('state', 'in', listed)
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('published_at', 'article_id'), '<', eb.tuple(after.at, after.id)),
    )
  return query.orderBy('published_at', 'desc').orderBy('article_id', 'desc').limit(limit).execute()
}

export function listNewest(db: Db, limit: number) {
  return db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'published_on', 'published_at'])
    .where('state', '=', 'live')
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute()
}

export function findPublished(db: Db, id: number) {
  return db
    .selectFrom('published_articles')
    .innerJoin('sections', 'sections.id', 'published_articles.section_id')
    .selectAll('published_articles')
    .select(['sections.code', 'sections.name', 'sections.description', 'sections.column_type'])
    .select('sections.keywords as section_keywords')
    .where('article_id', '=', id)
    .executeTakeFirst()
}
export type PublishedItem = NonNullable<Awaited<ReturnType<typeof findPublished>>>

/** Policies of an interpretation and interpretations of a policy, public ones only. */
export function listRelated(db: Db, id: number) {
  return db
    .selectFrom('policy_interpretations as link')
    .innerJoin('published_articles as other', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([
            eb('link.policy_id', '=', id),
            eb('other.article_id', '=', eb.ref('link.interpretation_id')),
          ]),
          eb.and([
            eb('link.interpretation_id', '=', id),
            eb('other.article_id', '=', eb.ref('link.policy_id')),
          ]),
        ]),
      ),
    )
    .select(['other.article_id', 'other.title', 'other.published_on', 'other.document_kind'])
    .where('other.state', 'in', listed)
    .orderBy('other.published_on', 'desc')
    .execute()
}

/** The public successor of a document, and the public documents whose place it took. */
export function listSuccession(db: Db, id: number, successorId: number | null) {
  return db
    .selectFrom('published_articles')
    .select(['article_id', 'title'])
    .where('state', 'in', ['live', 'archived'])
    .where((eb) => {
      const replaced = eb('successor_id', '=', id)
      return successorId === null ? replaced : eb.or([replaced, eb('article_id', '=', successorId)])
    })
    .orderBy('published_on', 'desc')
    .execute()
}

/** What counts as disclosed on the agency's own initiative, newest first. */
export function listCatalogue(
  db: Db,
  sectionId: number | undefined,
  after: Place | undefined,
  limit: number,
) {
  let query = db
    .selectFrom('published_articles as item')
    .innerJoin('sections', 'sections.id', 'item.section_id')
    .select(['item.article_id', 'item.index_number', 'item.title', 'item.summary', 'item.document_date'])
    .select(['item.published_on', 'item.published_at', 'sections.name as section_name'])
    .where('item.state', '=', 'live')
    .where('item.counts_as_disclosure', '=', true)
  if (sectionId !== undefined) query = query.where('item.section_id', '=', sectionId)
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('item.published_at', 'item.article_id'), '<', eb.tuple(after.at, after.id)),
    )
  return query.orderBy('item.published_at', 'desc').orderBy('item.article_id', 'desc').limit(limit).execute()
}
