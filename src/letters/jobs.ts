import { record } from '#audit'
import { addWorkingDays, CalendarGap, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { addDays, type Day } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import type { Job } from '#platform/queue'
import { insertEvent } from './events.ts'
import { lockLetter, saveLetter } from './store.ts'

const actor = (name: string) => ({ kind: 'system', name }) as const
type Warning = { id: number; kind: string; for_day: Day }

/** Warns once of each clock and day, of days missed too. Source: rules.md 5.1: an unanswered letter of three months is a veto. */
export async function warnOfLetters(platform: Platform): Promise<number> {
  return platform.inTransaction(async (tx) => {
    const today = platform.clock.today()
    let given = 0
    for (const warning of await dueWarnings(tx, today)) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('letter_warnings')
        .values({ letter_id: warning.id, kind: warning.kind, for_day: warning.for_day, warned_on: today })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) continue
      given += 1
      const detail = { kind: warning.kind, for: warning.for_day }
      await insertEvent(tx, {
        letterId: warning.id,
        kind: 'warned',
        on: today,
        detail,
        staffId: null,
        at: platform.clock.now(),
      })
    }
    return given
  })
}

async function dueWarnings(tx: Tx, today: Day): Promise<Warning[]> {
  const mailboxes = await tx.selectFrom('mailboxes').select(['key', 'warn_before']).execute()
  const calendar = await workingCalendar(tx)
  const soonOf = (within: number): Day => {
    try {
      return addWorkingDays(calendar, today, within)
    } catch (error) {
      if (error instanceof CalendarGap) return today
      throw error
    }
  }
  const soon = sql.join(mailboxes.map(({ key, warn_before }) => sql`(${key}, ${soonOf(warn_before)}::date)`))
  const { rows } = await sql<Warning>`
    with soon (mailbox, day) as (values ${soon}),
    open as (select letters.*, soon.day as soon from letters join soon using (mailbox)
      where status in ('received', 'handling', 'in_approval') and replied_on is null)
    select id, 'acceptance_due' as kind, accept_due_on as for_day from open
      where status = 'received' and accept_due_on <= soon
    union all select id, 'due_soon', due_on from open where due_on <= soon and due_on >= ${today}::date
    union all select id, 'overdue', due_on from open where due_on < ${today}::date
    union all select id, 'three_months', received_on from open
      where received_on < (${today}::date - interval '3 months')
    union all select letter_id, 'follow_up_overdue', due_on from letter_follow_ups
      where closed_on is null and due_on < ${today}::date`.execute(tx)
  return rows
}

/** A reply that nobody objected to in time has ended the letter. Answers how many were closed. */
export async function closeReplied(platform: Platform): Promise<number> {
  const waiting = await platform.db
    .selectFrom('letters')
    .innerJoin('mailboxes', 'mailboxes.key', 'letters.mailbox')
    .leftJoin('letter_follow_ups as f', (join) =>
      join.onRef('f.letter_id', '=', 'letters.id').on('f.closed_on', 'is', null),
    )
    .select(['letters.id', 'letters.last_replied_on', 'mailboxes.objections_within'])
    .where('letters.status', '=', 'replied')
    .where('f.id', 'is', null)
    .where('letters.last_replied_on', '<', addDays(platform.clock.today(), -1))
    .execute()
  const calendar = await workingCalendar(platform.db)
  const ended = waiting.filter(({ last_replied_on: from, objections_within: within }) =>
    from ? isPast(platform.clock.today(), () => addWorkingDays(calendar, from, within)) : false,
  )
  for (const { id } of ended) await closeOne(platform, id)
  return ended.length
}

function isPast(today: Day, last: () => Day): boolean {
  try {
    return today > last()
  } catch (error) {
    if (error instanceof CalendarGap) return false
    throw error
  }
}

function closeOne(platform: Platform, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const letter = await lockLetter(tx, id)
    if (letter.status !== 'replied') return
    const [on, at] = [platform.clock.today(), platform.clock.now()]
    await saveLetter(tx, letter, { status: 'closed', closed_on: on })
    await platform.cache.touch(tx, ['letters', `letter:${id}`])
    await insertEvent(tx, { letterId: id, kind: 'closed', on, staffId: null, at })
    record(tx, { actor: actor('letters.close'), action: 'letters.close', subject: { kind: 'letter', id } })
  })
}

export const dailyJobs: readonly Job<never>[] = [
  {
    name: 'letters.warn',
    schedule: '30 7 * * *',
    run: async (platform) => void (await warnOfLetters(platform)),
  },
  {
    name: 'letters.close',
    schedule: '40 2 * * *',
    run: async (platform) => void (await closeReplied(platform)),
  },
]
