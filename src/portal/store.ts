import { type Day, dayOf, instantOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'

/** Public rows only: what is not here is not public. */
const listed = ['live', 'archived', 'notice']
export type Place = { at: Date; id: number }

export function findSection(db: Db, code: string) {
  return db.selectFrom('sections').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function sectionAddress(db: Db, id: number): Promise<string> {
  const { code } = await db
    .selectFrom('sections')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return `/sections/${code}`
}

export function listSections(db: Db) {
  return db
    .selectFrom('sections')
    .select(['id', 'code', 'name', 'parent_id', 'kind', 'shortcut_position', 'shows'])
    .where('status', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Whether a reader finds an interpretation of it: one that is still being written is nobody's business. */
const explained = sql<boolean>`exists (
  select from policy_interpretations link
  join published_articles shown on shown.article_id = link.interpretation_id and shown.state in ('live', 'archived')
  where link.policy_id = published_articles.article_id)`.as('explained')

/** Where a list goes on: older than a place, or newer than one; neither is the newest. */
export type Going = { older?: Place | undefined; newer?: Place | undefined }

/** Newest first: as fast on page 1,000 as on page 1. */
export async function listItems(db: Db, sections: number | readonly number[], going: Going, limit: number) {
  const { older, newer } = going
  const way = newer ? 'asc' : 'desc'
  const place = newer ?? older
  const rows = await db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'published_on', 'published_at', 'state', 'effectiveness'])
    .select(['media', 'link_url', 'summary', 'updated_at'])
    .select(explained)
    .where('section_id', 'in', typeof sections === 'number' ? [sections] : sections)
    .where('state', 'in', listed)
    .$if(place !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('published_at', 'article_id'),
          newer ? '>' : '<',
          eb.tuple(place?.at ?? new Date(0), place?.id ?? 0),
        ),
      ),
    )
    .orderBy('published_at', way)
    .orderBy('article_id', way)
    .limit(limit)
    .execute()
  const items = rows.map((row) => ({ ...row, explained: Boolean(row.explained) }))
  return newer ? items.reverse() : items
}

/** The nearest newer and the nearest older item of its section. */
export async function listBeside(
  db: Db,
  item: { section_id: number; published_at: Date; article_id: number },
) {
  const place = { at: item.published_at, id: item.article_id }
  const [[newer], [older]] = await Promise.all([
    listItems(db, item.section_id, { newer: place }, 1),
    listItems(db, item.section_id, { older: place }, 1),
  ])
  return { newer, older }
}

/** How many items a section lists, and how many of them are newer than a place: both read the section's index alone. */
export function countItems(db: Db, sectionId: number, first: Place | undefined) {
  return db
    .selectFrom('published_articles')
    .select((eb) => eb.fn.countAll<number>().as('all'))
    .select((eb) =>
      eb.fn
        .countAll<number>()
        .filterWhere(
          eb(
            eb.refTuple('published_at', 'article_id'),
            '>',
            eb.tuple(first?.at ?? new Date(8.64e15), first?.id ?? 0),
          ),
        )
        .as('newer'),
    )
    .select((eb) => [eb.fn.min('published_at').as('oldest'), eb.fn.max('published_at').as('newest')])
    .where('section_id', '=', sectionId)
    .where('state', 'in', listed)
    .executeTakeFirstOrThrow()
}

export function listNewest(db: Db, limit: number) {
  return db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'summary', 'published_on', 'published_at', 'updated_at', 'state'])
    .select(['media', 'link_url'])
    .where('state', '=', 'live')
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute()
}

/** The newest live items of some kinds of document. */
export async function listByKind(db: Db, kinds: readonly string[], limit: number) {
  const rows = await db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'published_on', 'effectiveness', 'media', 'link_url'])
    .select(explained)
    .where('state', '=', 'live')
    .where('document_kind', 'in', kinds)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, explained: Boolean(row.explained) }))
}

/** The newest live item that has a picture. */
export function findPictured(db: Db) {
  return db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'cover_file_id', 'cover_alt', 'media', 'link_url'])
    .where('state', '=', 'live')
    .where('cover_file_id', 'is not', null)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Of what ended with a notice only title, source and days are left: nobody reads the rest by another way. */
const withoutContent = {
  ...{ subtitle: '', summary: '', keywords: '', body_html: '', body_text: '', author_name: '' },
  ...{ link_url: null, cover_file_id: null, cover_alt: '' },
}

export async function findPublished(db: Db, id: number) {
  const item = await db
    .selectFrom('published_articles')
    .innerJoin('sections', 'sections.id', 'published_articles.section_id')
    .selectAll('published_articles')
    .select(['sections.code', 'sections.name', 'sections.description', 'sections.column_type'])
    .select('sections.keywords as section_keywords')
    .where('article_id', '=', id)
    .executeTakeFirst()
  return item?.state === 'notice' ? { ...item, ...withoutContent } : item
}
export type PublishedItem = NonNullable<Awaited<ReturnType<typeof findPublished>>>

/** The section above the one with this code. */
export function findAbove(db: Db, code: string) {
  return db
    .selectFrom('sections as below')
    .innerJoin('sections as above', 'above.id', 'below.parent_id')
    .select(['above.code', 'above.name'])
    .where('below.code', '=', code)
    .executeTakeFirst()
}

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
    .select(['other.article_id', 'other.title', 'other.published_on', 'other.effectiveness', 'other.state'])
    .select(['other.media', 'other.link_url'])
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

export type CatalogueFilters = {
  sections?: readonly number[] | undefined
  kind?: string | undefined
  year?: number | undefined
}

/** What counts as disclosed on the agency's own initiative, newest first. */
export function listCatalogue(
  db: Db,
  { sections, kind, year }: CatalogueFilters,
  after: Place | undefined,
  limit: number,
) {
  let query = db
    .selectFrom('published_articles as item')
    .innerJoin('sections', 'sections.id', 'item.section_id')
    .select(['item.article_id', 'item.index_number', 'item.title', 'item.summary', 'item.document_date'])
    .select(['item.published_on', 'item.published_at', 'item.effectiveness', 'sections.name as section_name'])
    .select(['item.media', 'item.link_url'])
    .where('item.state', '=', 'live')
    .where('item.counts_as_disclosure', '=', true)
  if (sections !== undefined) query = query.where('item.section_id', 'in', sections)
  if (kind !== undefined) query = query.where('item.document_kind', '=', kind)
  if (year !== undefined)
    query = query
      .where('item.published_at', '>=', instantOf(`${year}-01-01` as Day))
      .where('item.published_at', '<', instantOf(`${year + 1}-01-01` as Day))
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('item.published_at', 'item.article_id'), '<', eb.tuple(after.at, after.id)),
    )
  return query.orderBy('item.published_at', 'desc').orderBy('item.article_id', 'desc').limit(limit).execute()
}

/** The year of the oldest public item; the current one before the first. */
export async function oldestDisclosureYear(db: Db): Promise<number> {
  const row = await db
    .selectFrom('published_articles')
    .select('published_on')
    .where('state', '=', 'live')
    .orderBy('published_at')
    .orderBy('article_id')
    .limit(1)
    .executeTakeFirst()
  return Number((row?.published_on ?? dayOf(new Date())).slice(0, 4))
}

/** What the item offers for download. */
export function listAttachments(db: Db, id: number) {
  return db
    .selectFrom('published_attachments')
    .select(['file_id', 'name', 'size_bytes'])
    .where('article_id', '=', id)
    .where('role', '=', 'attachment')
    .orderBy('position')
    .execute()
}
