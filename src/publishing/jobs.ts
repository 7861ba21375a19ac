import type { Job } from '#platform/queue'
import { fireDue } from './fire-due.ts'
import { fireDueName } from './schedule.ts'

/** At the set minute, and every minute: a wake-up that was missed is made up for within a minute. */
export const fireDueJob: Job<never> = {
  name: fireDueName,
  schedule: '* * * * *',
  run: async (platform) => void (await fireDue(platform)),
}
