import { randomUUID } from 'node:crypto'
import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import type { Logger } from '#platform/log'
import { describeError } from '#platform/log'
import { Refusal } from '../refusal.ts'
import { FinalFailure, type Job, type Queue, type Retries } from './index.ts'
import { takeOver } from './kept-job.ts'

/** The queue plus what the server process does with it. */
export type RunningQueue = Queue & {
  /** Starts working the jobs and their schedules. Call once in a process that serves. */
  work(platform: Platform, jobs: readonly Job<never>[]): Promise<void>
  /** Lets the jobs under way finish, then lets go of the database. */
  close(): Promise<void>
}

const connections = 2
const pollingIntervalSeconds = 2
const stopTimeoutMs = 10_000
/** Three more tries over about a minute; what still fails stays as a failed job. */
const usualRetries: Retries = { limit: 3, delaySeconds: 5 }
/** A month for the system administrator to see what failed; recurring work shows itself again. Unit: seconds. */
const kept = { deleteAfterSeconds: 30 * 86_400, retentionSeconds: 90 * 86_400 }
const recurringKept = { deleteAfterSeconds: 86_400 }

/** pg-boss in the same database (ADR 0011): a job exists if and only if its transaction committed. Opens on first use. */
export function createQueue(databaseUrl: string, log: Logger): RunningQueue {
  let opened: Promise<PgBoss> | undefined
  const known = new Set<string>()
  const open = () => {
    opened ??= startBoss(databaseUrl, log)
    return opened
  }
  const openFor = async (name: string) => {
    const boss = await open()
    if (!known.has(name))
      await boss.createQueue(name, { policy: 'short', ...kept, ...bossRetries(usualRetries) })
    known.add(name)
    return boss
  }
  return {
    add: async (tx, name, data, options = {}) => {
      const boss = await openFor(name)
      // Policy "short" allows one waiting job a key; a job without a key gets one of its own.
      const singletonKey = options.key ?? randomUUID()
      const startAfter = options.startAfter ? { startAfter: options.startAfter } : {}
      const retries = options.retries ? bossRetries(options.retries) : {}
      await boss.send(name, data, { db: fromKysely(tx), singletonKey, ...startAfter, ...retries })
    },
    retry: async (tx, id) => {
      const name = await failedJobName(tx, id)
      if (!name) return false
      await (await openFor(name)).retry(name, id, { db: fromKysely(tx) })
      // Its last failure may have set the next try minutes away; whoever presses the button waits for it now.
      await sql`update pgboss.job set start_after = now() where id = ${id}::uuid`.execute(tx)
      return true
    },
    discard: async (tx, id) => {
      const name = await failedJobName(tx, id)
      if (name) await (await openFor(name)).deleteJob(name, id, { db: fromKysely(tx) })
      return name !== undefined
    },
    takeOver: async (tx, job) => takeOver(await openFor(job.name), tx, job),
    work: async (platform, jobs) => {
      for (const job of jobs) await workOn(await openFor(job.name), platform, job, log)
    },
    close: async () => {
      const boss = await opened?.catch(() => undefined)
      await boss?.stop({ graceful: true, timeout: stopTimeoutMs })
    },
  }
}

async function failedJobName(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select name from pgboss.job where id = ${id}::uuid and state = 'failed' for update`.execute(tx)
  return rows[0]?.name
}

async function startBoss(databaseUrl: string, log: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: connections,
    application_name: 'gongkai-queue',
  })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'queue cannot reach the database'))
  await boss.start()
  return boss
}

function bossRetries({ limit, delaySeconds, longestDelaySeconds }: Retries) {
  const longest = longestDelaySeconds ? { retryDelayMax: longestDelaySeconds } : {}
  return { retryLimit: limit, retryDelay: delaySeconds, retryBackoff: true, ...longest }
}

async function workOn(boss: PgBoss, platform: Platform, job: Job<never>, log: Logger) {
  const retries = job.retries ? bossRetries(job.retries) : {}
  if (job.schedule)
    await boss.schedule(job.name, job.schedule, {}, { tz: 'Asia/Shanghai', ...recurringKept, ...retries })
  await boss.work<object>(job.name, { pollingIntervalSeconds, perJobResults: true }, async (batch) => {
    const results: JobResult[] = []
    for (const { id, data } of batch) results.push({ id, ...(await runJob(platform, job, data, log)) })
    return results
  })
}

/** A refusal is an answer and ends the job; anything else is tried again, unless that would not help. */
async function runJob(platform: Platform, job: Job<never>, data: object, log: Logger) {
  try {
    await job.run(platform, data as never)
    return { status: 'completed' } as const
  } catch (error) {
    if (error instanceof Refusal) {
      log.warn({ job: job.name, code: error.code }, 'job refused')
      return { status: 'completed', output: { refused: error.code } } as const
    }
    log.error({ job: job.name, err: error }, 'job failed')
    const output = describeError(error)
    // Without a dead-letter queue this status fails the job at once, whatever tries are left.
    return { status: error instanceof FinalFailure ? 'deadletter' : 'failed', output } as const
  }
}
