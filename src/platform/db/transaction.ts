import type { Kysely, Transaction } from 'kysely'
import type { DB } from './tables.generated.ts'

export type Database = DB
export type Db = Kysely<Database>
export type Tx = Transaction<Database>

type Hooks = { beforeCommit: (() => Promise<void>)[]; afterCommit: (() => void)[] }
const hooksOf = new WeakMap<Tx, Hooks>()

/** PostgreSQL: serialization failure, deadlock detected. The work is run again from the start. */
const retryable = new Set(['40001', '40P01'])
const attempts = 3

export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, work)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (attempt === attempts || !code || !retryable.has(code)) throw error
    }
  }
}

async function once<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const hooks: Hooks = { beforeCommit: [], afterCommit: [] }
  const result = await db.transaction().execute(async (tx) => {
    hooksOf.set(tx, hooks)
    const value = await work(tx)
    for (const hook of hooks.beforeCommit) await hook()
    return value
  })
  for (const hook of hooks.afterCommit) hook()
  return result
}

/** Runs last inside the transaction, when every other lock is held: the audit chain's lock can then not deadlock. */
export function beforeCommit(tx: Tx, hook: () => Promise<void>) {
  hooksFor(tx).beforeCommit.push(hook)
}

export function afterCommit(tx: Tx, hook: () => void) {
  hooksFor(tx).afterCommit.push(hook)
}

function hooksFor(tx: Tx): Hooks {
  const hooks = hooksOf.get(tx)
  if (!hooks) throw new Error('this transaction was not opened by inTransaction')
  return hooks
}
