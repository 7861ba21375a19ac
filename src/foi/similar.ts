import type { Db, Tx } from '#platform/db'

/** Share of character pairs that two texts must have in common to look like one question. */
const alike = 0.5
const compared = 200

export type SimilarRequest = { id: number; number: string; sameApplicant: boolean; likeness: number }

/** Earlier cases that may be the same: by this applicant first, else of like words (several people: publish it, Order 711 art. 44). */
export async function findSimilar(db: Db | Tx, id: number): Promise<SimilarRequest[]> {
  const request = await db
    .selectFrom('foi_requests')
    .select(['applicant_digest', 'description_masked'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!request) return []
  const others = await db
    .selectFrom('foi_requests')
    .select(['id', 'number', 'applicant_digest', 'description_masked'])
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .limit(compared)
    .execute()
  const words = pairsOf(request.description_masked)
  return others
    .map((other) => ({
      id: other.id,
      number: other.number,
      sameApplicant: other.applicant_digest !== null && other.applicant_digest === request.applicant_digest,
      likeness: likenessOf(words, pairsOf(other.description_masked)),
    }))
    .filter((other) => other.likeness >= alike)
    .sort((a, b) => Number(b.sameApplicant) - Number(a.sameApplicant) || b.likeness - a.likeness)
    .slice(0, 5)
}

function pairsOf(text: string): Set<string> {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

/** Jaccard index of two sets. */
function likenessOf(one: Set<string>, other: Set<string>): number {
  const both = one.intersection(other).size
  return both === 0 ? 0 : both / (one.size + other.size - both)
}
