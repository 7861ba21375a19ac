import type { Platform } from '#platform'
import { day, instantOf } from '#platform/clock'

/** Test data: a section that belongs to one group of the report. */
export async function sectionInGroup(platform: Platform, code: string, group: string): Promise<number> {
  await platform.db.insertInto('section_groups').values({ key: group, name: group }).execute()
  const { id } = await platform.db
    .insertInto('sections')
    .values({ code, name: code, kind: 'news' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await platform.db.insertInto('section_group_members').values({ group_key: group, section_id: id }).execute()
  return id
}

/** Test data: an item as the public sees it, with its deliveries. */
export async function publishedFact(
  platform: Platform,
  sectionId: number,
  given: { on: string; kind?: string; counts?: boolean; channels?: readonly string[] },
): Promise<number> {
  const at = instantOf(day(given.on), '09:00')
  const { db } = platform
  const article = { section_id: sectionId, status: 'published' }
  const { id } = await db.insertInto('articles').values(article).returning('id').executeTakeFirstOrThrow()
  const text = {
    title: `信息${id}`,
    content_hash: 'hash',
    section_id: sectionId,
    document_kind: given.kind ?? 'general',
    interpretation_form: given.kind === 'interpretation' ? 'text' : null,
  }
  const revision = await db
    .insertInto('revisions')
    .values({ article_id: id, number: 1, ...text })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('articles')
    .set({ head_revision_id: revision.id, public_revision_id: revision.id })
    .where('id', '=', id)
    .execute()
  const effectiveness = given.kind === 'normative_document' ? 'in_force' : null
  const shown = { effectiveness, media: 'text', body_html: '', body_text: '', origin: 'own', source_name: '' }
  const when = { published_at: at, published_on: day(given.on), updated_at: at }
  const counts_as_disclosure = given.counts ?? true
  await db
    .insertInto('published_articles')
    .values({
      article_id: id,
      revision_id: revision.id,
      ...text,
      ...shown,
      ...when,
      counts_as_disclosure,
      counted_section_id: text.section_id,
    })
    .execute()
  const deliveries = (given.channels ?? ['website']).map((channel) => ({
    article_id: id,
    channel,
    delivered_at: at,
    delivered_on: day(given.on),
  }))
  await db.insertInto('deliveries').values(deliveries).execute()
  return id
}

/** Test data: a document's page says from a day on that the document is repealed. */
export async function repealedFact(platform: Platform, id: number, on: string) {
  await platform.db
    .updateTable('published_articles')
    .set({ effectiveness: 'repealed', updated_at: instantOf(day(on), '00:30') })
    .where('article_id', '=', id)
    .execute()
}
