import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'

/**
 * Tells the page cache of every node that a public item changed: its page, the pages that name it (and those that named
 * it `before`), its sections, and every list. What was shown before is not shown again, not even while the database is
 * away: it may have been withdrawn or corrected for a reason.
 */
export async function touchItem(
  platform: Platform,
  tx: Tx,
  id: number,
  sectionIds: readonly number[],
  before: readonly number[] = [],
) {
  const items = new Set([id, ...before, ...(await neighboursOf(tx, id))])
  const sections = new Set([...sectionIds, ...(await sectionsOf(tx, [...items]))])
  const tags = [...items].map((item) => `article:${item}`)
  await platform.cache.forget(tx, ['items', ...tags, ...[...sections].map((section) => `section:${section}`)])
}

/** Lists mark a policy whose interpretation is public, so the lists of what stands beside it change as well. */
async function sectionsOf(tx: Tx, ids: number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('published_articles')
    .select('section_id')
    .distinct()
    .where('article_id', 'in', ids)
    .execute()
  return rows.map((row) => row.section_id)
}

/** Items whose pages name this one: its interpretations or policies, its successor, what it replaced. */
export async function neighboursOf(tx: Tx, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select interpretation_id as id from policy_interpretations where policy_id = ${id}
    union select policy_id from policy_interpretations where interpretation_id = ${id}
    union select article_id from published_articles where successor_id = ${id}
    union select successor_id from published_articles where article_id = ${id} and successor_id is not null`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}
