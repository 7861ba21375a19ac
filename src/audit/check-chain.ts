import type { Platform } from '#platform'
import type { Db } from '#platform/db'
import type { Job } from '#platform/queue'
import { endProgress, noteProgress } from './check-progress.ts'
import type { ChainCheck } from './contract.ts'
import { findBrokenLink } from './verify-chain.ts'

/** Reads the whole chain and notes the outcome, so that people see when it was last whole. */
export async function checkChain({ db, clock, log }: Platform, checkedBy: string): Promise<ChainCheck> {
  const last = await db
    .selectFrom('audit_entries')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const newest = last?.id ?? 0
  await noteProgress(db, { readTo: 0, newest })
  const broken = await findBrokenLink(db, (readTo) => noteProgress(db, { readTo, newest })).finally(() =>
    endProgress(db),
  )
  const check = {
    at: clock.now(),
    checkedBy,
    lastEntryId: newest,
    lastHash: last?.hash ?? '',
    brokenId: broken?.id ?? null,
    reason: broken?.reason ?? null,
  }
  if (broken) log.error({ entry: broken.id, reason: broken.reason }, 'the audit chain is broken')
  await db
    .insertInto('audit_checks')
    .values({
      at: check.at,
      checked_by: checkedBy,
      last_entry_id: check.lastEntryId,
      last_hash: check.lastHash,
      broken_entry_id: check.brokenId,
      reason: check.reason,
    })
    .execute()
  return check
}

export async function latestCheck(db: Db): Promise<ChainCheck | undefined> {
  const row = await db
    .selectFrom('audit_checks')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      at: row.at,
      checkedBy: row.checked_by,
      lastEntryId: row.last_entry_id,
      lastHash: row.last_hash,
      brokenId: row.broken_entry_id,
      reason: row.reason,
    }
  )
}

export const checkChainJob: Job = {
  name: 'audit.check-chain',
  schedule: '40 3 * * *',
  run: async (platform) => void (await checkChain(platform, 'daily')),
}
