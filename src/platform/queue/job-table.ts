import { type Db, sql } from '#platform/db'
import type { ErrorDescription } from '#platform/log'

/** Never its data: that may hold what the job is about. */
export type FailedJob = {
  id: string
  name: string
  tries: number
  createdAt: Date
  failedAt: Date
  error: Partial<ErrorDescription>
}
export type JobCount = {
  name: string
  waiting: number
  running: number
  failed: number
  oldestWaitingSeconds: number
}

/** Failed for good, the latest first. */
export async function listFailedJobs(db: Db, page: { before?: Date; limit: number }): Promise<FailedJob[]> {
  if (!(await hasQueue(db))) return []
  const { rows } = await sql<FailedJob>`
    select id, name, retry_count + 1 as tries, created_on as "createdAt", completed_on as "failedAt",
      coalesce(output -> 'value', output, '{}') as error
    from pgboss.job
    where state = 'failed' and completed_on < ${page.before ?? new Date('9999-01-01')}
    order by completed_on desc limit ${page.limit}`.execute(db)
  return rows
}

export async function countJobs(db: Db): Promise<JobCount[]> {
  if (!(await hasQueue(db))) return []
  const { rows } = await sql<JobCount>`
    select name,
      count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as running,
      count(*) filter (where state = 'failed') as failed,
      coalesce(extract(epoch from now() - min(start_after)
        filter (where state in ('created', 'retry') and start_after <= now())), 0)::float as "oldestWaitingSeconds"
    from pgboss.job where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss%'
    group by name order by name`.execute(db)
  return rows
}

/** The queue's tables are made when the first process works or enqueues. */
async function hasQueue(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}
