import { type Actor, record } from '#audit'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { insertEvent } from '../events.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { keepLaterManifest } from '../release/archive.ts'
import { eraseCase } from './erase-case.ts'
import { listExpired, retentionEndsBefore } from './retention.ts'
import { readRetention } from './retention-period.ts'

/**
 * On the person's request, when the period of the archive has passed: who asked is forgotten, the case and its counts stay.
 * Law: PIPL art. 47. Throws: Refusal wrong_status, erased_already, remedy_open, retention_not_over.
 */
export function erasePerson(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'erase_person', async (tx, request) => {
    const row = await tx
      .selectFrom('foi_requests')
      .select('erased_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (row.erased_at) throw refuse('erased_already')
    const open = await tx
      .selectFrom('foi_remedies')
      .select('id')
      .where('request_id', '=', id)
      .where('decided_on', 'is', null)
      .executeTakeFirst()
    if (open) throw refuse('remedy_open')
    const on = platform.clock.today()
    const { years } = await readRetention(tx)
    if (!request.answeredOn || request.answeredOn > retentionEndsBefore(on, years))
      throw refuse('retention_not_over')
    const files = await eraseCase(platform, tx, id)
    return { kind: 'personal_data_erased', on, detail: { files } }
  })
}

/** The run of the retention command, until none is left; what is done stays done when it is interrupted. Answers how many. */
export async function eraseExpired(
  platform: Platform,
  years: number,
  by: Actor,
  atOnce = 100,
): Promise<number> {
  for (let erased = 0; ; ) {
    const now = await eraseSome(platform, { years, by, atOnce })
    erased += now
    if (now < atOnce) return erased
  }
}

function eraseSome(
  platform: Platform,
  { years, by, atOnce }: { years: number; by: Actor; atOnce: number },
): Promise<number> {
  const on = platform.clock.today()
  return platform.inTransaction(async (tx) => {
    const expired = await listExpired(tx, retentionEndsBefore(on, years), { limit: atOnce })
    for (const { id } of expired) {
      const detail = { files: await eraseCase(platform, tx, id) }
      const at = platform.clock.now()
      await insertEvent(tx, { requestId: id, kind: 'personal_data_erased', on, detail, staffId: null, at })
      await keepLaterManifest(platform, tx, id, null)
      const subject = { kind: 'foi_request', id }
      record(tx, { actor: by, action: 'foi.erase_person', subject, detail: { years } })
    }
    return expired.length
  })
}
