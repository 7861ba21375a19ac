import { type Db, sql, type Tx } from '#platform/db'
import { refuse } from '../refusals.ts'

/** A policy that an entry rests on, as its public page stands. */
export type Source = {
  articleId: number
  title: string
  documentNumber: string | null
  /** Set when the entry may not be used because of this policy. */
  because: string | null
}

/** In the order in which the writer named them. */
export function listSources(db: Db | Tx, entryId: number): Promise<Source[]> {
  return db
    .selectFrom('knowledge_sources as source')
    .leftJoin('published_articles as page', 'page.article_id', 'source.article_id')
    .leftJoin('knowledge_sources_gone as gone', (join) =>
      join
        .onRef('gone.entry_id', '=', 'source.entry_id')
        .onRef('gone.article_id', '=', 'source.article_id')
        // What nobody has reviewed yet has not changed since.
        .on((eb) => eb.or([eb('gone.because', '<>', 'changed'), eb('source.revision_id', 'is not', null)])),
    )
    .select([
      'source.article_id as articleId',
      sql<string>`coalesce(page.title, '')`.as('title'),
      'page.document_number as documentNumber',
      'gone.because',
    ])
    .where('source.entry_id', '=', entryId)
    .orderBy('source.position')
    .execute()
}

/** The revisions that the public sees of policies in force. Throws: Refusal source_not_public. */
async function publicRevisions(tx: Tx, articleIds: readonly number[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('published_articles')
    .select(['article_id', 'revision_id'])
    .where('article_id', 'in', articleIds)
    .where('state', '=', 'live')
    .where((eb) =>
      eb.or([eb('effectiveness', 'is', null), eb('effectiveness', 'not in', ['repealed', 'expired'])]),
    )
    .execute()
  if (rows.length !== articleIds.length) throw refuse('source_not_public', { sources: '请核对' })
  return new Map(rows.map((row) => [row.article_id, row.revision_id]))
}

/** What the entry rests on from now on; not reviewed with it yet. Throws: Refusal source_not_public. */
export async function replaceSources(tx: Tx, entryId: number, articleIds: readonly number[]): Promise<void> {
  const named = [...new Set(articleIds)]
  await publicRevisions(tx, named)
  await tx.deleteFrom('knowledge_sources').where('entry_id', '=', entryId).execute()
  if (named.length === 0) return
  const rows = named.map((article_id, position) => ({ entry_id: entryId, article_id, position }))
  await tx.insertInto('knowledge_sources').values(rows).execute()
}

/** Binds the review to the policies as they stand now. Throws: Refusal source_not_public. */
export async function bindSources(tx: Tx, entryId: number): Promise<void> {
  const named = await tx
    .selectFrom('knowledge_sources')
    .select('article_id')
    .where('entry_id', '=', entryId)
    .execute()
  const revisions = await publicRevisions(
    tx,
    named.map(({ article_id }) => article_id),
  )
  for (const [articleId, revisionId] of revisions)
    await tx
      .updateTable('knowledge_sources')
      .set({ revision_id: revisionId })
      .where('entry_id', '=', entryId)
      .where('article_id', '=', articleId)
      .execute()
}

const policyKinds = ['normative_document', 'policy_document', 'notice', 'plan']

/** Policies in force that a writer may name, newest first. */
export function listPolicies(db: Db, words: string) {
  const like = `%${words.replace(/[%_\\]/g, '\\$&')}%`
  return db
    .selectFrom('published_articles')
    .select([
      'article_id as articleId',
      'title',
      'document_number as documentNumber',
      'published_on as publishedOn',
    ])
    .where('state', '=', 'live')
    .where('document_kind', 'in', policyKinds)
    .where((eb) =>
      eb.or([eb('effectiveness', 'is', null), eb('effectiveness', 'not in', ['repealed', 'expired'])]),
    )
    .$if(words !== '', (q) =>
      q.where((eb) => eb.or([eb('title', 'ilike', like), eb('document_number', 'ilike', like)])),
    )
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .limit(20)
    .execute()
}
