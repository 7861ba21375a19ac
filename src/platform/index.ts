import type { PageCache } from '#platform/cache'
import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Db, Tx } from '#platform/db'
import type { Files } from '#platform/files'
import type { Logger } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Queue } from '#platform/queue'

export type { Command, Module, Verification, VerifyOptions } from './module.ts'
export {
  generalRefusals,
  Refusal,
  type RefusalCatalogue,
  type RefusalEntry,
  refuse,
  refuser,
} from './refusal.ts'

export { within } from './within.ts'

/** What every use case may ask of the machine. Passed as the first argument, never imported as a global. */
export type Platform = {
  config: Config
  db: Db
  clock: Clock
  log: Logger
  files: Files
  mail: Mail
  queue: Queue
  cache: PageCache
  /** Of this process, for /metrics. */
  connectionUse(): { open: number; idle: number; waiting: number }
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
