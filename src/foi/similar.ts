import type { Platform } from '#platform'
import { type Db, sql, type Tx } from '#platform/db'
import { mask } from '#privacy'
import type { LikeInput } from './contract.ts'
import { likenessBands, likenessOf, pairsOf } from './likeness.ts'
import { digestsOf } from './open-case.ts'

/** Share of character pairs that two texts must have in common to look like one question. */
const alike = 0.5
const compared = 300

export type SimilarRequest = { id: number; number: string; sameApplicant: boolean; likeness: number }

/**
 * Other cases that may be the same: by this applicant first (identity, or name with telephone or e-mail), else of like words
 * (several people: publish it). Law: Order 711 art. 36 (6), art. 44.
 */
export async function findSimilar(db: Db | Tx, id: number): Promise<SimilarRequest[]> {
  const request = await db
    .selectFrom('foi_requests')
    .select(['applicant_digest', 'contact_digest', 'email_digest', 'description_masked', 'likeness'])
    .where('id', '=', id)
    .executeTakeFirst()
  return request ? findAlike(db, { ...request, words: request.description_masked, except: id }) : []
}

type Sought = {
  applicant_digest: string | null
  contact_digest: string | null
  email_digest: string | null
  likeness: number[] | null
  words: string
  except: number
}

/** The same for what is being entered: nothing is kept. */
export function findLikeEntry(platform: Platform, input: LikeInput): Promise<SimilarRequest[]> {
  const { description } = input
  const likeness = likenessBands(description)
  return findAlike(platform.db, {
    ...digestsOf(platform, input),
    likeness,
    words: mask(description),
    except: 0,
  })
}

async function findAlike(db: Db | Tx, request: Sought): Promise<SimilarRequest[]> {
  const { rows } = await sql<Candidate>`
    select id, number, description_masked as words, same from (
      (select id, number, description_masked, true as same from foi_requests
        where applicant_digest = ${request.applicant_digest} order by id desc limit ${compared})
      union
      (select id, number, description_masked, true from foi_requests
        where contact_digest = ${request.contact_digest} order by id desc limit ${compared})
      union
      (select id, number, description_masked, true from foi_requests
        where email_digest = ${request.email_digest} order by id desc limit ${compared})
      union
      (select id, number, description_masked, false from foi_requests
        where likeness && ${request.likeness ?? []}::integer[] order by id desc limit ${compared})
    ) as candidates where id <> ${request.except}`.execute(db)
  const words = pairsOf(request.words)
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
