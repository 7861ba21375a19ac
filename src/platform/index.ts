export type { Command, Module } from './module.ts'

import type { Clock } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Db, Tx } from '#platform/db'
import type { Logger } from '#platform/log'

export {
  generalRefusals,
  Refusal,
  type RefusalCatalogue,
  type RefusalEntry,
  refuse,
  refuser,
} from './refusal.ts'

/** What every use case may ask of the machine. Passed as the first argument, never imported as a global. */
export type Platform = {
  config: Config
  db: Db
  clock: Clock
  log: Logger
  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
