import { type Db, sql } from '#platform/db'
import { findLike, type PublishedHit } from '#publishing'
import { likenessBands, likenessOf, pairsOf } from './likeness.ts'
import type { LogEntry } from './public-log.ts'

export type Offers = {
  published: PublishedHit[]
  answered: Pick<LogEntry, 'number' | 'words' | 'answer' | 'answeredOn'>[]
}

const shown = 5
/** An earlier question this much like is worth a look before asking again. */
const worthALook = 0.25
const compared = 200

/** What may already answer the question: public items, and answers in the public log. Law: Order 711 art. 36 (1), art. 44. */
export async function offersFor(
  db: Db,
  { description, documentNumber }: { description: string; documentNumber: string },
): Promise<Offers> {
  const [published, answered] = await Promise.all([
    findLike(db, { text: description, documentNumber }, shown),
    answeredLike(db, description),
  ])
  return { published, answered }
}

async function answeredLike(db: Db, description: string) {
  const bands = likenessBands(description)
  if (bands.length === 0) return []
  const rows = await db
    .selectFrom('foi_requests')
    .select(['number', 'answered_on as answeredOn', 'public_answer as answer'])
    .select((eb) => eb.fn.coalesce('public_words', 'description_masked').as('words'))
    .where('in_public_log', '=', true)
    .where(sql<boolean>`likeness && ${bands}::integer[]`)
    .orderBy('answered_on', 'desc')
    .limit(compared)
    .execute()
  const asked = pairsOf(description)
  return rows
    .map((row) => ({ ...row, likeness: likenessOf(asked, pairsOf(row.words)) }))
    .filter(({ likeness }) => likeness >= worthALook)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, shown)
    .map(({ likeness: _, ...row }) => row)
}
