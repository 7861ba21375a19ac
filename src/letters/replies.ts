import type { Db, Tx } from '#platform/db'

export function latestReply(db: Db | Tx, letterId: number) {
  return db
    .selectFrom('letter_replies')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What the sender was told, first reply first. */
export function approvedReplies(db: Db | Tx, letterId: number) {
  return db
    .selectFrom('letter_replies')
    .select(['body_sealed', 'approved_on'])
    .where('letter_id', '=', letterId)
    .where('approved_by', 'is not', null)
    .orderBy('id')
    .execute()
}

/** The reply that holds. */
export function latestApproved(db: Db | Tx, letterId: number) {
  return db
    .selectFrom('letter_replies')
    .selectAll()
    .where('letter_id', '=', letterId)
    .where('approved_by', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
