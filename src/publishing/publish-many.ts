import { dayOf, yearOf } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import { countsAsDisclosure } from './disclosure.ts'
import { indexNumber, indexNumberForm, reserveIndexNumbers } from './index-number.ts'
import { keepReviews, type ReviewRecord } from './review-record.ts'
import { contentHashOf, type RevisionContent } from './revision.ts'
import { revisionColumns } from './revision-store.ts'

/** An item that is public already elsewhere and is taken over as it stands. `importKey` makes taking over twice harmless. */
export type ReadyItem = {
  content: RevisionContent
  publishedAt: Date
  importKey: string
  createdBy: number | null
  departmentId?: number | null
  /** Who reviewed it, replayed through the rules of the review chain; absent: reviewed where it comes from. */
  review?: ReviewRecord
  channels?: readonly { channel: string; deliveredAt: Date }[]
}
export type Kept<Item extends ReadyItem = ReadyItem> = Item & {
  articleId: number
  revisionId: number
  contentHash: string
}

/** Writes up to 1,000 items in a handful of statements; answers those that were new. Attachments are not taken. */
export async function publishMany<Item extends ReadyItem>(
  tx: Tx,
  items: readonly Item[],
  at: Date,
): Promise<Kept<Item>[]> {
  const articles = await insertArticles(tx, items)
  const kept = await insertRevisions(tx, items, articles, at)
  if (!kept.length) return []
  await insertPublished(tx, kept)
  await insertDeliveries(tx, kept)
  await keepReviews(tx, kept)
  return kept
}

async function insertArticles(tx: Tx, items: readonly ReadyItem[]): Promise<Map<string, number>> {
  const rows = await tx
    .insertInto('articles')
    .values(
      items.map((item) => ({
        section_id: item.content.sectionId,
        status: 'published',
        import_key: item.importKey,
        created_by: item.createdBy,
        department_id: item.departmentId ?? null,
        submitted_by: item.review?.submittedBy.id ?? null,
        submitted_at: item.review?.submittedAt ?? null,
        first_published_at: item.publishedAt,
      })),
    )
    .onConflict((conflict) => conflict.column('import_key').doNothing())
    .returning(['id', 'import_key'])
    .execute()
  return new Map(rows.map((row) => [row.import_key ?? '', row.id]))
}

async function insertRevisions<Item extends ReadyItem>(
  tx: Tx,
  items: readonly Item[],
  articles: Map<string, number>,
  at: Date,
): Promise<Kept<Item>[]> {
  const fresh = items.flatMap((item) => {
    const articleId = articles.get(item.importKey)
    return articleId ? [{ ...item, articleId, contentHash: contentHashOf(item.content) }] : []
  })
  if (!fresh.length) return []
  const rows = await tx
    .insertInto('revisions')
    .values(
      fresh.map((item) => ({
        article_id: item.articleId,
        number: 1,
        ...revisionColumns(item.content),
        content_hash: item.contentHash,
        created_by: item.createdBy,
        created_at: item.review?.submittedAt ?? at,
      })),
    )
    .returning(['id', 'article_id'])
    .execute()
  const revisionOf = new Map(rows.map((row) => [row.article_id, row.id]))
  await sql`update articles set head_revision_id = r.id, public_revision_id = r.id
    from revisions r where r.article_id = articles.id and r.id = any(${rows.map((row) => row.id)}::bigint[])`.execute(
    tx,
  )
  return fresh.map((item) => ({ ...item, revisionId: revisionOf.get(item.articleId) as number }))
}

async function insertPublished(tx: Tx, kept: readonly Kept[]) {
  const counting = await disclosingSections(tx)
  const numbers = await indexNumbersFor(tx, kept)
  const rows = kept.map((item, index) => {
    const { openness, openness_reason, ...content } = revisionColumns(item.content)
    const section = { countsAsDisclosure: counting.has(item.content.sectionId) }
    return {
      ...content,
      article_id: item.articleId,
      counted_section_id: item.content.sectionId,
      revision_id: item.revisionId,
      index_number: numbers[index] as string,
      counts_as_disclosure: countsAsDisclosure(item.content, section),
      content_hash: item.contentHash,
      published_at: item.publishedAt,
      published_on: dayOf(item.publishedAt),
      // What was public before it came here was last changed there.
      updated_at: item.publishedAt,
    }
  })
  await tx.insertInto('published_articles').values(rows).execute()
}

async function disclosingSections(tx: Tx): Promise<Set<number>> {
  const rows = await tx.selectFrom('sections').select('id').where('counts_as_disclosure', '=', true).execute()
  return new Set(rows.map((row) => row.id))
}

async function indexNumbersFor(tx: Tx, kept: readonly Kept[]): Promise<string[]> {
  const form = await indexNumberForm(tx)
  const years = kept.map((item) => yearOf(dayOf(item.publishedAt)))
  const next = new Map<number, number>()
  for (const year of [...new Set(years)].sort())
    next.set(year, await reserveIndexNumbers(tx, year, years.filter((other) => other === year).length))
  return years.map((year) => {
    const running = next.get(year) ?? 1
    next.set(year, running + 1)
    return indexNumber(form, year, running)
  })
}

async function insertDeliveries(tx: Tx, kept: readonly Kept[]) {
  const rows = kept.flatMap((item) =>
    (item.channels ?? [{ channel: 'website', deliveredAt: item.publishedAt }]).map(
      ({ channel, deliveredAt }) => ({
        article_id: item.articleId,
        channel,
        delivered_at: deliveredAt,
        delivered_on: dayOf(deliveredAt),
      }),
    ),
  )
  if (rows.length) await tx.insertInto('deliveries').values(rows).execute()
}
