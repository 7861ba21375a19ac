import type { Staff } from '#people'
import type { Platform } from '#platform'
import { addDays } from '#platform/clock'
import { sql } from '#platform/db'
import { likenessOf, pairsOf } from '../likeness.ts'
import { assertCan } from '../permission.ts'
import { applicantsAmong } from './applicants-among.ts'

/** How many applicants must have asked before it is suggested, and how far back is looked. */
const fromApplicants = 2
const lookBackDays = 730
const alike = 0.5

export type AskedAgain = {
  words: string
  applicants: number
  /** Cases on paper that tell neither identity nor contact: nobody knows whose they are. */
  unnamed: number
  requests: { id: number; number: string; answered: boolean }[]
}

/** What several people asked for: publish it. Law: Order 711 art. 44. */
export async function listAskedAgain(
  { db, clock }: Platform,
  staff: Staff,
): Promise<{ items: AskedAgain[] }> {
  assertCan(staff, 'foi.read')
  const since = addDays(clock.today(), -lookBackDays)
  const { rows } = await sql<Row>`
    select id, number, description_masked as words, answered_on is not null as answered,
      array_remove(array[applicant_digest, contact_digest, email_digest], null) as marks
    from foi_requests where received_on >= ${since} and likeness is not null
      and exists (
        select from unnest(likeness) band
        join lateral (select 1 from foi_requests o where o.likeness && array[band] and o.id <> foi_requests.id
          and o.received_on >= ${since} limit 1) other on true)
    order by id desc limit 2000`.execute(db)
  const groups: { pairs: Set<string>; rows: Row[] }[] = []
  for (const row of rows) {
    const pairs = pairsOf(row.words)
    const group = groups.find((known) => likenessOf(known.pairs, pairs) >= alike)
    if (group) group.rows.push(row)
    else groups.push({ pairs, rows: [row] })
  }
  const items = groups
    .map(({ rows: same }) => ({
      words: same[0]?.words ?? '',
      applicants: applicantsAmong(same),
      unnamed: same.filter(({ marks }) => marks.length === 0).length,
      requests: same.map(({ id, number, answered }) => ({ id, number, answered })),
    }))
    .filter(({ applicants }) => applicants >= fromApplicants)
    .sort((one, other) => other.applicants - one.applicants)
  return { items }
}

type Row = {
  id: number
  number: string
  words: string
  answered: boolean
  marks: string[]
}
