import type { Db } from '#platform/db'

export type LogEntry = {
  id: number
  number: string
  words: string
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
    .select(['id', 'number', 'description_masked', 'outcome', 'answered_on'])
    .where('in_public_log', '=', true)
    .orderBy('answered_on', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize)
  if (query.words)
    rows = rows.where('description_masked', 'like', `%${query.words.replace(/[%_\\]/g, '\\$&')}%`)
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
    words: row.description_masked,
    outcome: row.outcome,
    answeredOn: row.answered_on,
  }))
  return { items, next: items.length === pageSize ? (items.at(-1)?.id ?? null) : null }
}
