import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'

export async function insertEvent(
  tx: Tx,
  event: { letterId: number; kind: string; on: Day; detail?: object; staffId: number | null; at: Date },
) {
  const { letterId, kind, on, detail = {}, staffId, at } = event
  await tx
    .insertInto('letter_events')
    .values({ letter_id: letterId, kind, on_day: on, detail: JSON.stringify(detail), staff_id: staffId, at })
    .execute()
}

export async function listEvents(db: Db, letterId: number) {
  const rows = await db
    .selectFrom('letter_events')
    .leftJoin('staff', 'staff.id', 'letter_events.staff_id')
    .select(['letter_events.id', 'kind', 'on_day', 'detail', 'staff.name as staff_name'])
    .where('letter_id', '=', letterId)
    .orderBy('letter_events.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    on: row.on_day,
    detail: row.detail as Record<string, unknown>,
    staffName: row.staff_name,
  }))
}
