import type { Platform } from '#platform'
import { addDays, type Day, weekdayOf } from '#platform/clock'
import type { Job } from '#platform/queue'
import { makeDigest } from './make-digest.ts'
import { keepDigest } from './store.ts'

/** The Monday to Sunday that ended before this day. */
export function weekBefore(today: Day): { from: Day; until: Day } {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  return { from: addDays(monday, -7), until: addDays(monday, -1) }
}

/** The week that was, kept for everybody who writes or reviews. A second run writes the same week again. */
export async function makeWeeklyDigest(platform: Platform): Promise<void> {
  const period = weekBefore(platform.clock.today())
  const digest = await makeDigest(platform, period)
  await platform.inTransaction((tx) => keepDigest(tx, period, digest, platform.clock.now()))
}

/** Every Monday before work. */
export const digestJob: Job<never> = {
  name: 'knowledge.digest',
  schedule: '30 6 * * 1',
  run: makeWeeklyDigest,
}
