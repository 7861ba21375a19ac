import type { Db, Tx } from '#platform/db'

/** Files that are on record as erased, by case. Law: PIPL art. 47. */
export async function erasedFiles(
  db: Db | Tx,
  requestIds: readonly number[],
): Promise<Map<number, ReadonlySet<number>>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('foi_events')
    .select(['request_id', 'detail'])
    .where('request_id', 'in', requestIds)
    .where('kind', '=', 'personal_data_erased')
    .execute()
  return new Map(
    rows.map(({ request_id, detail }) => [
      request_id,
      new Set((detail as { files?: number[] } | null)?.files ?? []),
    ]),
  )
}
