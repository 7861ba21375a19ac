import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { KeptJob } from './kept-job.ts'

export { createQueue, type RunningQueue } from './boss-queue.ts'
export { countJobs, type FailedJob, type JobCount, listFailedJobs } from './job-table.ts'
export type { KeptJob } from './kept-job.ts'

/** How often work is tried again: the delay doubles up to the longest one. */
export type Retries = { limit: number; delaySeconds: number; longestDelaySeconds?: number }

/** Work that happens later. A module lists its jobs; `run` must be safe to run twice. */
export type Job<Data = unknown> = {
  name: string
  /** Five-field cron in Asia/Shanghai for recurring work. */
  schedule?: string
  retries?: Retries
  run(platform: Platform, data: Data): Promise<void>
}

/** Trying again would not help: the job counts as failed at once. The message is shown to the system administrator. */
export class FinalFailure extends Error {}

export type Queue = {
  /** Enqueues in the transaction that causes it; `startAfter` delays it. `key` makes it at most one pending. */
  add(
    tx: Tx,
    name: string,
    data: object,
    options?: { startAfter?: Date; key?: string; retries?: Retries },
  ): Promise<void>
  /** Tries a failed job once more. False: it is no failed job. */
  retry(tx: Tx, id: string): Promise<boolean>
  /** Removes a failed job. False: it is no failed job. */
  discard(tx: Tx, id: string): Promise<boolean>
  /** Puts back what a backup kept. */
  takeOver(tx: Tx, job: KeptJob): Promise<void>
}
