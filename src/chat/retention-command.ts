import { type Actor, record } from '#audit'
import { readLetterRetention } from '#letters'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import { retentionCommand, retentionEndsBefore } from '#platform/retention'

const listExpired = (db: Db | Tx, closedBefore: Day) =>
  db
    .selectFrom('chat_talks')
    .select(['id', 'number'])
    .where('erased_at', 'is', null)
    .where('on_day', '<=', closedBefore)
    .where(sql<boolean>`(closed_at at time zone 'Asia/Shanghai')::date <= ${closedBefore}::date`)
    .orderBy('on_day')
    .orderBy('id')
    .limit(1000)
    .execute()

/** Who asked and what was said go; the masked question and answer, kind, topic and times stay. Answers how many. Law: PIPL art. 19, art. 47. */
export function eraseTalks(platform: Platform, years: number, by: Actor): Promise<number> {
  const closedBefore = retentionEndsBefore(platform.clock.today(), years)
  return platform.inTransaction(async (tx) => {
    const expired = await listExpired(tx, closedBefore)
    for (const { id } of expired) {
      await tx.deleteFrom('chat_messages').where('talk_id', '=', id).execute()
      const gone = { citizen_sealed: null, citizen_key: null, erased_at: platform.clock.now() }
      await tx.updateTable('chat_talks').set(gone).where('id', '=', id).execute()
      const subject = { kind: 'talk', id }
      record(tx, { actor: by, action: 'chat.erase_person', subject, detail: { years } })
    }
    return expired.length
  })
}

/** The agency's setting for letters counts for talks, too. */
export const talkRetentionCommand = retentionCommand({
  name: 'chat retention',
  of: 'talks',
  things: 'talks',
  ended: 'closed',
  readYears: readLetterRetention,
  list: async (db, closedBefore) => (await listExpired(db, closedBefore)).map(({ number }) => number),
  line: String,
  erase: eraseTalks,
})
