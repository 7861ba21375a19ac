import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { deadline } from './deadline.ts'
import { sealFollowUp } from './sealed.ts'

export type FollowUpCause = 'bad_rating' | 'objection' | 'reopened'
export type FollowUp = {
  id: number
  cause: FollowUpCause
  wordsSealed: Buffer | null
  openedOn: Day
  dueOn: Day | null
  closedOn: Day | null
  outcomeSealed: Buffer | null
}

export async function listFollowUps(db: Db | Tx, letterId: number): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('letter_follow_ups')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    cause: row.cause as FollowUpCause,
    wordsSealed: row.words_sealed,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    closedOn: row.closed_on,
    outcomeSealed: row.outcome_sealed,
  }))
}

export const openOne = <Known extends Pick<FollowUp, 'closedOn'>>(all: readonly Known[]) =>
  all.find(({ closedOn }) => closedOn === null)

/** Opens the clock of a follow-up; one that runs already keeps its own day. */
export async function openFollowUp(
  tx: Tx,
  platform: Platform,
  letter: { id: number; mailbox: string },
  cause: FollowUpCause,
  words = '',
): Promise<Day | null> {
  const { follow_up_within: within } = await tx
    .selectFrom('mailboxes')
    .select('follow_up_within')
    .where('key', '=', letter.mailbox)
    .executeTakeFirstOrThrow()
  const on = platform.clock.today()
  const dueOn = deadline(await workingCalendar(tx), on, within)
  await tx
    .insertInto('letter_follow_ups')
    .values({
      letter_id: letter.id,
      cause,
      words_sealed: words ? sealFollowUp(platform, words) : null,
      opened_on: on,
      due_on: dueOn,
    })
    .onConflict((conflict) => conflict.column('letter_id').where('closed_on', 'is', null).doNothing())
    .execute()
  return dueOn
}

/** Ends the open follow-up. Answers whether there was one. */
export async function endFollowUp(
  tx: Tx,
  platform: Platform,
  letterId: number,
  by: { staffId: number | null; outcome?: string },
): Promise<boolean> {
  const ended = await tx
    .updateTable('letter_follow_ups')
    .set({
      closed_on: platform.clock.today(),
      closed_by: by.staffId,
      outcome_sealed: by.outcome ? sealFollowUp(platform, by.outcome) : null,
    })
    .where('letter_id', '=', letterId)
    .where('closed_on', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}
