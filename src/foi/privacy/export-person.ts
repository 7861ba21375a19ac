import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGeneral } from '#platform'
import type { Tx } from '#platform/db'
import type { Outcome, RequestStatus } from '../contract.ts'
import { listEvents } from '../events.ts'
import { eventLabels, outcomeLabels, requestStatusLabels } from '../labels.ts'
import { unsealApplicant, unsealDescription } from '../sealed.ts'

/**
 * Everything that is kept about the person behind a case, over all their cases, to hand over. The reading is on the audit record.
 * Law: PIPL art. 45 (access and copy). Throws: Refusal not_allowed, not_found.
 */
export function exportPerson(platform: Platform, staff: Staff, id: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.read_applicant')
    const rows = await casesOfApplicant(tx, id)
    const ids = rows.map((row) => row.id)
    const events = Map.groupBy(await listEvents(tx, ids), ({ requestId }) => requestId)
    const files = await tx
      .selectFrom('foi_files')
      .innerJoin('stored_files', 'stored_files.id', 'foi_files.file_id')
      .select(['request_id', 'stored_files.name', 'kind'])
      .where('request_id', 'in', ids)
      .execute()
    const action = 'foi.export_person'
    for (const one of ids)
      record(tx, { actor: actorOf(staff), action, subject: { kind: 'foi_request', id: one } })
    return {
      exportedOn: platform.clock.today(),
      cases: rows.map((row) => ({
        number: row.number,
        status: requestStatusLabels[row.status as RequestStatus],
        receivedOn: row.received_on,
        answeredOn: row.answered_on,
        outcome: row.outcome ? outcomeLabels[row.outcome as Outcome] : null,
        applicant: row.applicant_sealed && unsealApplicant(platform, row.applicant_sealed),
        description: row.description_sealed && unsealDescription(platform, row.description_sealed),
        files: files.filter((file) => file.request_id === row.id).map(({ name, kind }) => ({ name, kind })),
        log: (events.get(row.id) ?? []).map(({ kind, on }) => ({ on, what: eventLabels[kind] ?? kind })),
      })),
    }
  })
}

async function casesOfApplicant(tx: Tx, id: number) {
  const one = await tx
    .selectFrom('foi_requests')
    .select('applicant_digest')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!one) throw refuseGeneral('not_found')
  const rows = tx.selectFrom('foi_requests').selectAll().orderBy('id')
  return one.applicant_digest
    ? rows.where('applicant_digest', '=', one.applicant_digest).execute()
    : rows.where('id', '=', id).execute()
}
