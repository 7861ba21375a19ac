import type { Db } from '#platform/db'

/** Every entry about one subject, oldest first; never capped. */
export function listEntriesOf(db: Db, subject: { kind: string; id: number | string }) {
  return db
    .selectFrom('audit_entries')
    .select(['id', 'at', 'actor_name', 'action', 'detail'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', String(subject.id))
    .orderBy('id')
    .execute()
}
