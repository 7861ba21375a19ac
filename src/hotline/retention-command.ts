import { type Actor, record } from '#audit'
import { readLetterRetention } from '#letters'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import { retentionCommand, retentionEndsBefore } from '#platform/retention'

/** Calls that ended long enough ago and for which nobody waits: neither the office for disclosure nor a department. */
const listExpired = (db: Db | Tx, endedBefore: Day) =>
  db
    .selectFrom('calls')
    .select(['id', 'on_day as calledOn'])
    .where('erased_at', 'is', null)
    .where('on_day', '<=', endedBefore)
    .where(sql<boolean>`coalesce(result_on, on_day) <= ${endedBefore}::date`)
    .where('awaits_registration', '=', false)
    .where((eb) =>
      eb.or([eb('outcome', '<>', 'transferred'), eb('unit_id', 'is', null), eb('result_on', 'is not', null)]),
    )
    .orderBy('on_day')
    .orderBy('id')
    .limit(1000)
    .execute()

/** Who called and what was said go; the masked words, answer, kind, topic and times stay. Answers how many. Law: PIPL art. 19, art. 47. */
export function eraseCalls(platform: Platform, years: number, by: Actor): Promise<number> {
  const endedBefore = retentionEndsBefore(platform.clock.today(), years)
  return platform.inTransaction(async (tx) => {
    const expired = await listExpired(tx, endedBefore)
    for (const { id } of expired) {
      const gone = { caller_sealed: null, caller_key: null, content_sealed: null }
      await tx
        .updateTable('calls')
        .set({ ...gone, erased_at: platform.clock.now() })
        .where('id', '=', id)
        .execute()
      const subject = { kind: 'call', id }
      record(tx, { actor: by, action: 'hotline.erase_person', subject, detail: { years } })
    }
    return expired.length
  })
}

/** The agency's setting for letters counts for calls, too. */
export const callRetentionCommand = retentionCommand({
  name: 'hotline retention',
  of: 'calls',
  things: 'calls',
  ended: 'ended',
  readYears: readLetterRetention,
  list: listExpired,
  line: ({ id, calledOn }) => `${id} ${calledOn}`,
  erase: eraseCalls,
})
