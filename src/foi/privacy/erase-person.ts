import { type Actor, record } from '#audit'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { insertEvent } from '../events.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { defaultRetentionYears, listExpired, retentionEndsBefore } from './retention.ts'

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
    if (!request.answeredOn || request.answeredOn > retentionEndsBefore(on, defaultRetentionYears))
      throw refuse('retention_not_over')
    await erase(platform, tx, id)
    return { kind: 'personal_data_erased', on }
  })
}

/** The run of the retention command, a thousand cases at a time. Answers how many. */
export async function eraseExpired(platform: Platform, years: number, by: Actor): Promise<number> {
  const on = platform.clock.today()
  return platform.inTransaction(async (tx) => {
    const expired = await listExpired(tx, retentionEndsBefore(on, years))
    for (const { id } of expired) {
      await erase(platform, tx, id)
      const at = platform.clock.now()
      await insertEvent(tx, { requestId: id, kind: 'personal_data_erased', on, staffId: null, at })
      const subject = { kind: 'foi_request', id }
      record(tx, { actor: by, action: 'foi.erase_person', subject, detail: { years } })
    }
    return expired.length
  })
}

async function erase(platform: Platform, tx: Tx, id: number) {
  const files = await tx.deleteFrom('foi_files').where('request_id', '=', id).returning('file_id').execute()
  for (const { file_id } of files) await platform.files.remove(tx, { id: file_id })
  await tx
    .updateTable('foi_requests')
    .set({
      applicant_sealed: null,
      description_sealed: null,
      applicant_digest: null,
      contact_digest: null,
      applicant_masked: '',
      confirmation_note: '',
      erased_at: platform.clock.now(),
    })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('foi_consultations')
    .set({ party_sealed: Buffer.alloc(0), party_masked: '' })
    .where('request_id', '=', id)
    .execute()
  // What was written into a correction lies sealed in its event; notes and proofs may name the person.
  await sql`update foi_events set detail = detail - 'sealed' - 'note' - 'proof' where request_id = ${id}`.execute(
    tx,
  )
}
