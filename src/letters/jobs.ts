import { record } from '#audit'
import { addWorkingDays, CalendarGap, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { addDays, type Day } from '#platform/clock'
import type { Job } from '#platform/queue'
import { insertEvent } from './events.ts'
import { lockLetter, saveLetter } from './store.ts'
import { warnOfLetters } from './warn-of-letters.ts'

const actor = (name: string) => ({ kind: 'system', name }) as const

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
