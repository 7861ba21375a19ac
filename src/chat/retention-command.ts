import { type Actor, record } from '#audit'
import { readLetterRetention } from '#letters'
import type { Command, Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import { readRetentionArguments, retentionEndsBefore } from '#platform/retention'

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

/** The agency's setting for letters counts for talks, too. Without --apply nothing is changed. */
export const talkRetentionCommand: Command = {
  name: 'chat retention',
  usage: 'chat retention [--years N] [--apply] [--json]',
  summary: 'personal data of talks whose period has passed: lists it, with --apply erases it',
  run: async (platform, args) => {
    const given = readRetentionArguments(args)
    if (!given) return 2
    const years = given.years ?? (await readLetterRetention(platform.db)).years
    const closedBefore = retentionEndsBefore(platform.clock.today(), years)
    const expired = (await listExpired(platform.db, closedBefore)).map(({ number }) => number)
    const by = { kind: 'system', name: 'chat retention' } as const
    const erased = given.apply ? await eraseTalks(platform, years, by) : 0
    const lines = [
      `kept ${years} years, closed on or before ${closedBefore}: ${expired.length} talks`,
      ...expired,
      given.apply ? `erased: ${erased}` : 'nothing was changed; --apply erases',
    ]
    const told = given.json ? JSON.stringify({ years, closedBefore, expired, erased }) : lines.join('\n')
    process.stdout.write(`${told}\n`)
    return 0
  },
}
