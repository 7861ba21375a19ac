import type { Platform } from '#platform'

/** A section of a test's own. */
export async function addSection(
  { db }: Platform,
  code: string,
  name: string,
  changes: Record<string, unknown> = {},
): Promise<number> {
  const row = {
    code,
    name,
    kind: 'news',
    description: name,
    keywords: name,
    column_type: '工作动态',
    ...changes,
  }
  return (await db.insertInto('sections').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** A public item of a test's own; the title has an angle bracket on purpose. */
export async function addItem(
  { db }: Platform,
  section: number,
  changes: Record<string, unknown> = {},
): Promise<number> {
  const { id } = await db
    .insertInto('articles')
    .values({ section_id: section })
    .returning('id')
    .executeTakeFirstOrThrow()
  const text = { title: `信息${id}<b>`, section_id: section, content_hash: 'hash' }
  const revision = { article_id: id, number: 1, ...text }
  const made = await db.insertInto('revisions').values(revision).returning('id').executeTakeFirstOrThrow()
  const at = new Date('2018-06-01T01:30:00Z')
  const shown = {
    media: 'text',
    body_html: '<p>正文</p>',
    body_text: '正文',
    origin: 'own',
    source_name: '江州市财政局',
  }
  const when = { published_at: at, published_on: '2018-06-01' as never, updated_at: at }
  const kind = { document_kind: 'general', counts_as_disclosure: true }
  await db
    .insertInto('published_articles')
    .values({
      article_id: id,
      revision_id: made.id,
      ...text,
      ...shown,
      ...when,
      ...kind,
      counted_section_id: text.section_id,
      ...changes,
    })
    .execute()
  return id
}
