import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { refuse } from './refusals.ts'

/** Tries a failed job once more, or gives it up; both are on record. Throws: Refusal not_allowed, job_not_failed. */
export function settleJob(
  platform: Platform,
  staff: Staff,
  id: string,
  settlement: 'retry' | 'discard',
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'operations.manage')
    if (!(await platform.queue[settlement](tx, id))) throw refuse('job_not_failed')
    record(tx, { actor: actorOf(staff), action: `operations.${settlement}`, subject: { kind: 'job', id } })
  })
}
