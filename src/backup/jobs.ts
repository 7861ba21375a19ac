import { sql, type Tx } from '#platform/db'
import type { KeptJob } from '#platform/queue'

const jobsPerLine = 500

/** What waits, is under way or failed, of the queue: a letter that was promised is sent after a restore, too. */
export async function* readJobs(tx: Tx): AsyncGenerator<KeptJob[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass('pgboss.job') is not null as there`.execute(tx)
  if (!found[0]?.there) return
  let after = ''
  for (;;) {
    const { rows } = await sql<KeptJob>`
      select id, name, data, singleton_key as key, start_after as "startAfter", retry_limit as "retryLimit",
        retry_delay as "retryDelay", retry_delay_max as "retryDelayMax",
        case when state = 'failed' then jsonb_build_object('at', completed_on, 'output', output, 'tries', retry_count) end as failed
      from pgboss.job
      where state in ('created', 'retry', 'active', 'failed') and name not like '\\_\\_pgboss%' and id::text > ${after}
      order by id::text limit ${jobsPerLine}`.execute(tx)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.id
  }
}
