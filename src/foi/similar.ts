import { type Db, sql, type Tx } from '#platform/db'
import { likenessOf, pairsOf } from './likeness.ts'

/** Share of character pairs that two texts must have in common to look like one question. */
const alike = 0.5
const compared = 300

export type SimilarRequest = { id: number; number: string; sameApplicant: boolean; likeness: number }

/**
 * Other cases that may be the same: by this applicant first (identity, or name and telephone), else of like words
 * (several people: publish it). Law: Order 711 art. 36 (6), art. 44.
 */
export async function findSimilar(db: Db | Tx, id: number): Promise<SimilarRequest[]> {
  const request = await db
    .selectFrom('foi_requests')
    .select(['applicant_digest', 'contact_digest', 'description_masked', 'likeness'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!request) return []
  const { rows } = await sql<Candidate>`
    select id, number, description_masked as words, same from (
      (select id, number, description_masked, true as same from foi_requests
        where applicant_digest = ${request.applicant_digest} order by id desc limit ${compared})
      union
      (select id, number, description_masked, true from foi_requests
        where contact_digest = ${request.contact_digest} order by id desc limit ${compared})
      union
      (select id, number, description_masked, false from foi_requests
        where likeness && ${request.likeness ?? []}::integer[] order by id desc limit ${compared})
    ) as candidates where id <> ${id}`.execute(db)
  const words = pairsOf(request.description_masked)
  const byId = Map.groupBy(rows, (row) => row.id)
  return [...byId.values()]
    .map(([row, ...more]) => ({ ...(row as Candidate), same: [row, ...more].some((r) => r?.same) }))
    .map((row) => ({
      id: row.id,
      number: row.number,
      sameApplicant: row.same,
      likeness: likenessOf(words, pairsOf(row.words)),
    }))
    .filter(({ likeness }) => likeness >= alike)
    .sort((a, b) => Number(b.sameApplicant) - Number(a.sameApplicant) || b.likeness - a.likeness)
    .slice(0, 5)
}

type Candidate = { id: number; number: string; words: string; same: boolean }
