import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { citizenWords } from '../citizen-words.ts'
import type { AnswerPart, Outcome, RemedyKind, RequestStatus } from '../contract.ts'
import { isNotice, type LetterKind, letterKindLabels } from '../documents/letter-kinds.ts'
import { listEvents } from '../events.ts'
import {
  eventLabels,
  outcomeLabels,
  remedyKindLabels,
  remedyResultLabels,
  requestStatusLabels,
} from '../labels.ts'
import { assertCan } from '../permission.ts'
import { unsealApplicant, unsealDescription } from '../sealed.ts'
import { casesOfPerson } from './cases-of-person.ts'
import { filesOfPerson } from './files-of-person.ts'
import { personInWords } from './person-in-words.ts'

/**
 * Everything that is kept about the person behind a case, over all their cases, to hand over. The reading is on the audit record.
 * Law: PIPL art. 45 (access and copy). Throws: Refusal not_allowed, not_found.
 */
export function exportPerson(platform: Platform, staff: Staff, id: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.read_applicant')
    const everything = await everythingOf(platform, tx, await casesOfPerson(tx, id))
    for (const one of everything.ids)
      record(tx, {
        actor: actorOf(staff),
        action: 'foi.export_person',
        subject: { kind: 'foi_request', id: one },
      })
    const { ids: _, ...shown } = everything
    return { ...shown, words: personInWords(shown) }
  })
}

async function everythingOf(platform: Platform, tx: Tx, rows: Awaited<ReturnType<typeof casesOfPerson>>) {
  const ids = rows.map((row) => row.id)
  const events = Map.groupBy(await listEvents(tx, ids), ({ requestId }) => requestId)
  const [letters, answers] = [await lettersOf(tx, ids), await answersOf(tx, ids)]
  const remedies = await remediesOf(tx, ids)
  const cases = []
  for (const row of rows)
    cases.push({
      number: row.number,
      status: requestStatusLabels[row.status as RequestStatus],
      receivedOn: row.received_on,
      answeredOn: row.answered_on,
      outcome: row.outcome ? outcomeLabels[row.outcome as Outcome] : null,
      applicant: row.applicant_sealed && unsealApplicant(platform, row.applicant_sealed),
      description: row.description_sealed && unsealDescription(platform, row.description_sealed),
      written: citizenWords(platform, events.get(row.id) ?? []).map(({ kind, on, words }) => ({
        on,
        what: eventLabels[kind] ?? kind,
        words,
      })),
      files: await filesOfPerson(platform, tx, row.id),
      letters: ofCase(letters, row.id),
      answers: ofCase(answers, row.id),
      remedies: ofCase(remedies, row.id),
      log: (events.get(row.id) ?? []).map(({ kind, on }) => ({ on, what: eventLabels[kind] ?? kind })),
    })
  return { ids, exportedOn: platform.clock.today(), copies, cases }
}

export type PersonExport = Omit<Awaited<ReturnType<typeof everythingOf>>, 'ids'>

/** A file of fifty megabytes is not in a list; it is handed over beside it. */
const copies = '列出的文书和文件可以凭文号或者文件名向信息公开工作机构索取复制件。'

const ofCase = <Row extends { requestId: number }>(rows: readonly Row[], id: number) =>
  rows.filter((row) => row.requestId === id).map(({ requestId: _, ...rest }) => rest)

/** Letters to the person, each to be asked for under its number: notices at once, an answer's once it was delivered. */
async function lettersOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('foi_letters')
    .leftJoin('foi_answers', 'foi_answers.id', 'foi_letters.answer_id')
    .select(['foi_letters.request_id', 'kind', 'document_number', 'made_at', 'delivered_on'])
    .where('foi_letters.request_id', 'in', ids)
    .where('shown_to_applicant', '=', true)
    .orderBy('foi_letters.id')
    .execute()
  const given = rows.filter(({ kind, delivered_on }) => isNotice(kind) || delivered_on !== null)
  return given.map((row) => ({
    requestId: row.request_id,
    letter: letterKindLabels[row.kind as LetterKind],
    documentNumber: row.document_number,
    madeOn: dayOf(row.made_at),
  }))
}

/** What the person was answered; a draft, an approved answer not sent and a recalled one are the agency's own. */
async function answersOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('foi_answers')
    .select(['request_id', 'outcome', 'legal_basis', 'body', 'parts'])
    .where('request_id', 'in', ids)
    .where('delivered_on', 'is not', null)
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

/** What the person filed against the agency. */
async function remediesOf(tx: Tx, ids: readonly number[]) {
  const rows = await tx
    .selectFrom('foi_remedies')
    .select(['request_id', 'kind', 'filed_on', 'result', 'decided_on', 'note'])
    .where('request_id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    requestId: row.request_id ?? 0,
    what: remedyKindLabels[row.kind as RemedyKind],
    filedOn: row.filed_on,
    result: row.result ? remedyResultLabels[row.result as keyof typeof remedyResultLabels] : null,
    decidedOn: row.decided_on,
    note: row.note,
  }))
}
