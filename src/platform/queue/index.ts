import type { Platform } from '#platform'
import type { Tx } from '#platform/db'

export { createQueue, type RunningQueue } from './boss-queue.ts'

/** Work that happens later. A module lists its jobs; `run` must be safe to run twice. */
export type Job<Data = unknown> = {
  name: string
  /** Five-field cron in Asia/Shanghai for recurring work. */
  schedule?: string
  run(platform: Platform, data: Data): Promise<void>
}

export type Queue = {
  /** Enqueues in the transaction that causes it; `startAfter` delays it. `key` makes it at most one pending. */
  add(tx: Tx, name: string, data: object, options?: { startAfter?: Date; key?: string }): Promise<void>
}
