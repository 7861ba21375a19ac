import type { Job } from '#platform/queue'
import { receivingFolder, removeAbandoned } from './receive.ts'
import { storageOf } from './storage/index.ts'

/** No upload takes this long. Unit: milliseconds. */
const abandonedAfterMs = 24 * 3_600_000

/** Once a night: what a killed process left half written goes. */
export const sweepFilesJob: Job<never> = {
  name: 'files.sweep',
  schedule: '40 3 * * *',
  run: async ({ config, log }) => {
    const before = new Date(Date.now() - abandonedAfterMs)
    const uploads = await removeAbandoned(receivingFolder(config), before)
    const parts = await storageOf(config).removeUnfinished(before)
    log.info({ uploads, parts }, 'unfinished files removed')
  },
}
