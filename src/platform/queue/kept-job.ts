import { fromKysely, type PgBoss } from 'pg-boss'
import { sql, type Tx } from '#platform/db'

/** A job as a backup keeps it. */
export type KeptJob = {
  id: string
  name: string
  data: object
  key: string
  startAfter: string | Date
  retryLimit: number
  retryDelay: number
  retryDelayMax: number | null
  failed: { at: string; output: object; tries: number } | null
}

/** Puts a kept job back: it waits again, or is a failed one again. */
export async function takeOver(boss: PgBoss, tx: Tx, job: KeptJob): Promise<void> {
  const { id, name, data, key: singletonKey, retryLimit, retryDelay, retryDelayMax, failed } = job
  await boss.send(name, data, {
    db: fromKysely(tx),
    id,
    singletonKey,
    startAfter: new Date(job.startAfter),
    retryLimit,
    retryDelay,
    retryBackoff: true,
    ...(retryDelayMax ? { retryDelayMax } : {}),
  })
  if (!failed) return
  await sql`
    update pgboss.job set state = 'failed', completed_on = ${failed.at}::timestamptz, retry_count = ${failed.tries},
      output = ${JSON.stringify(failed.output)}::jsonb
    where name = ${name} and id = ${id}::uuid`.execute(tx)
}
