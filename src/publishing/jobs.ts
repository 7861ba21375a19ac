import type { Job } from '#platform/queue'
import { publishDue } from './schedule.ts'

/** Every minute: what is due goes public. Finds its work by comparing stored instants, so a missed run loses nothing. */
export const publishDueJob: Job<never> = {
  name: 'publishing.publish-due',
  schedule: '* * * * *',
  run: async (platform) => void (await publishDue(platform)),
}
