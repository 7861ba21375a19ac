import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGeneral } from '#platform'
import { dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import type { AnswerPart, Outcome, RequestStatus } from '../contract.ts'
import { type LetterKind, letterKindLabels } from '../documents/letter-kinds.ts'
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
    const [letters, answers] = [await lettersOf(tx, ids), await answersOf(tx, ids)]
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
        letters: letters
          .filter((letter) => letter.requestId === row.id)
          .map(({ requestId: _, ...rest }) => rest),
        answers: answers
          .filter((answer) => answer.requestId === row.id)
          .map(({ requestId: _, ...rest }) => rest),
        log: (events.get(row.id) ?? []).map(({ kind, on }) => ({ on, what: eventLabels[kind] ?? kind })),
      })),
    }
  })
}

/** Letters to the person: each can be asked for under its number. */
async function lettersOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('foi_letters')
    .select(['request_id', 'kind', 'document_number', 'made_at'])
    .where('request_id', 'in', ids)
    .where('shown_to_applicant', '=', true)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    letter: letterKindLabels[row.kind as LetterKind],
    documentNumber: row.document_number,
    madeOn: dayOf(row.made_at),
  }))
}

/** What was answered, once it was approved. */
async function answersOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('foi_answers')
    .select(['request_id', 'outcome', 'legal_basis', 'body', 'parts', 'approved_at'])
    .where('request_id', 'in', ids)
    .where('approved_at', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id,
    outcome: outcomeLabels[row.outcome as Outcome],
    legalBasis: row.legal_basis,
    body: row.body,
    parts: (row.parts as AnswerPart[]).map(({ part, outcome, reason }) => ({
      part,
      outcome: outcomeLabels[outcome],
      reason,
    })),
  }))
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
