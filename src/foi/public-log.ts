import type { Db } from '#platform/db'

export type LogEntry = {
  id: number
  number: string
  words: string
  /** What was answered, in the agency's own words for everybody. */
  answer: string
  outcome: string | null
  answeredOn: string | null
}
const pageSize = 20

/** Answered cases that the agency chose to show; masked words only. Newest first, keyset by day and id. */
export async function listPublicLog(
  db: Db,
  query: { words: string; after?: number | undefined },
): Promise<{ items: LogEntry[]; next: number | null }> {
  let rows = db
    .selectFrom('foi_requests')
    .select(['id', 'number', 'public_answer', 'outcome', 'answered_on'])
    .select((eb) => eb.fn.coalesce('public_words', 'description_masked').as('words'))
    .where('in_public_log', '=', true)
    .orderBy('answered_on', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
  if (query.words) {
    const like = `%${query.words.replace(/[%_\\]/g, '\\$&')}%`
    rows = rows.where((eb) =>
      eb.or([
        eb(eb.fn.coalesce('public_words', 'description_masked'), 'like', like),
        eb('public_answer', 'like', like),
        eb('number', '=', query.words),
      ]),
    )
  }
  const { after } = query
  if (after)
    rows = rows.where((eb) =>
      eb(
        eb.refTuple('answered_on', 'id'),
        '<',
        eb
          .selectFrom('foi_requests as last')
          .select(['last.answered_on', 'last.id'])
          .where('last.id', '=', after)
          .$asTuple('answered_on', 'id'),
      ),
    )
  const items = (await rows.execute()).map((row) => ({
    id: row.id,
    number: row.number,
    words: row.words,
    answer: row.public_answer,
    outcome: row.outcome,
    answeredOn: row.answered_on,
  }))
  return { items, next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null }
}
