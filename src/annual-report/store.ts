import { type Db, sql } from '#platform/db'

/** Years with anything public, newest first. */
export async function listYears(db: Db): Promise<number[]> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(published_on))::int as first, extract(year from max(published_on))::int as last
    from published_articles`.execute(db)
  const { first, last } = rows[0] ?? { first: null, last: null }
  if (first === null || last === null) return []
  return Array.from({ length: last - first + 1 }, (_, back) => last - back)
}
