import type { Job } from '#platform/queue'
import { makeDigest, weekBefore } from './make-digest.ts'
import { keepDigest } from './store.ts'

/** Every Monday before work: the week that was. A second run writes the same week again. */
export const digestJob: Job<never> = {
  name: 'knowledge.digest',
  schedule: '30 6 * * 1',
  run: async (platform) => {
    const period = weekBefore(platform.clock.today())
    const digest = await makeDigest(platform, period)
    await platform.inTransaction((tx) => keepDigest(tx, period, digest, platform.clock.now()))
  },
}
