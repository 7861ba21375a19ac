import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { mask, maskFileName } from '#privacy'
import { readAgency } from '#site'
import { abilitiesOf } from './abilities.ts'
import { latestAnswer } from './answer-store.ts'
import { listAwaited } from './awaited-decisions.ts'
import { listCaseFiles } from './case-files.ts'
import { type CitizenWords, citizenWords, shownDetail, staffWords } from './citizen-words.ts'
import { correctionNoticeBy } from './clock/judge.ts'
import { confirmationPeriod, correctionPeriod, opinionPeriod, paymentPeriod } from './clock/period.ts'
import { mayCharge } from './clock/rule-pack.ts'
import { opinionDueOn, silenceMeans } from './consultations/consultation-rules.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import type { RequestListQuery } from './contract.ts'
import { type CaseEvent, caseCalendar, dueDateOf, listEvents, packOf } from './events.ts'
import { requestsEarlierInMonth } from './fee/send-fee-notice.ts'
import { withNames } from './file-names.ts'
import { knownOfCase } from './known-of-case.ts'
import { mayRecord } from './may-record.ts'
import { assertCan } from './permission.ts'
import { releasedForStaff } from './release/released.ts'
import { listRemedies } from './remedies.ts'
import { remediesText } from './remedies-text.ts'
import { type Applicant, unsealApplicant, unsealDescription } from './sealed.ts'
import { findSimilar } from './similar.ts'
import { getRequest, listRequests } from './store.ts'
import { nextDateOf } from './urgency.ts'

/** One case for the console: its facts, the explained clock, the log, the answer, and what may be done next. Throws: Refusal not_found, not_allowed. */
export async function readRequest(platform: Platform, staff: Staff, id: number) {
  const { db, clock } = platform
  assertCan(staff, 'foi.read')
  const request = await getRequest(db, id)
  const [events, answer, remedies, similar, names, consultations, earlier, departments, files, known] =
    await Promise.all([
      listEvents(db, [id]),
      latestAnswer(db, id),
      listRemedies(db, id),
      findSimilar(db, id),
      db.selectFrom('staff').select(['id', 'name']).execute(),
      listConsultations(db, [id]),
      requestsEarlierInMonth(db, id),
      db.selectFrom('departments').select(['id', 'name']).execute(),
      listCaseFiles(db, id),
      knownOfCase(platform, db, id),
    ])
  const duplicateOf = await db
    .selectFrom('foi_requests')
    .select(['id', 'number'])
    .where('id', '=', request.duplicateOfId)
    .executeTakeFirst()
  const nameOf = new Map(names.map((row) => [row.id, row.name]))
  const calendar = await caseCalendar(db)
  const due = request.answeredOn ? null : dueDateOf(calendar, request, events, clock.today())
  const next = request.answeredOn ? null : nextDateOf(calendar, request, { due, events }, clock.today())
  const pack = packOf(request)
  return {
    request,
    handlerName: nameOf.get(request.handlerId ?? 0) ?? null,
    departmentName: departments.find((department) => department.id === request.departmentId)?.name ?? null,
    remediesText: remediesText(answer?.outcome ?? 'granted', clock.today(), await readAgency(db)),
    consultations: consultations.map((consultation) => ({
      ...consultation,
      letter: mask(consultation.letter, ...known),
      reasons: mask(consultation.reasons, ...known),
      overrideReason: consultation.overrideReason && mask(consultation.overrideReason, ...known),
      dueOn: opinionDueOn(calendar, pack, consultation),
      period: opinionPeriod(calendar, pack, consultation, opinionDueOn(calendar, pack, consultation)),
      /** The period has passed in silence, and nobody recorded it yet. */
      lapsed: consultation.closedOn === null && clock.today() > opinionDueOn(calendar, pack, consultation),
      silenceMeans: silenceMeans(pack, consultation.kind),
    })),
    files: (await withNames(platform, db, files)).map((file) => ({
      ...file,
      name: maskFileName(file.name, ...known),
    })),
    feeBasis: {
      earlierThisMonth: earlier,
      applies: request.receivedOn !== null && mayCharge(pack, request.receivedOn),
    },
    due,
    urgency: next?.urgency ?? null,
    confirmBy: next?.confirmBy ?? null,
    applicantBy: next?.applicantBy ?? null,
    /** Until when what the application lacks may be asked for. */
    correctBy: request.receivedOn && correctionNoticeBy(calendar, pack, request.receivedOn),
    /** Every other date of the case, day by day. */
    periods: {
      confirm: request.receivedOn ? null : confirmationPeriod(calendar, request.arrivedOn),
      correct: request.receivedOn && correctionPeriod(calendar, pack, request.receivedOn),
      pay: paymentPeriod(calendar, pack, due?.waitsFor ?? null, events),
    },
    mayRecord: mayRecord(calendar, request, events, clock.today()),
    events: events.map((event) => ({
      ...event,
      detail: shownDetail(event, known),
      staffName: nameOf.get(event.staffId ?? 0) ?? null,
    })),
    answer: answer ? { ...answer, files: await releasedForStaff(platform, id, answer, known) } : null,
    remedies: remedies.map((remedy) => ({ ...remedy, note: mask(remedy.note, ...known) })),
    similar,
    duplicateOf: duplicateOf ?? null,
    abilities: abilitiesOf(staff, request, answer),
  }
}

const noDate = { dueOn: null, provisional: false, confirmBy: null, applicantBy: null, urgency: null }

/** The register: each open case with its date of today, in two queries. */
export async function readRegister(
  { db, clock }: Platform,
  staff: Staff,
  query: RequestListQuery,
  limit?: number,
) {
  assertCan(staff, 'foi.read')
  const { items, next } = await listRequests(db, await narrowed(db, clock.today(), staff, query), limit)
  const events = await listEvents(
    db,
    items.filter((item) => !item.answeredOn).map((item) => item.id),
  )
  const byCase = Map.groupBy(events, (event: CaseEvent) => event.requestId)
  const calendar = await caseCalendar(db)
  const rows = items.map((request) => {
    if (request.answeredOn) return { ...request, ...noDate }
    const log = byCase.get(request.id) ?? []
    const due = dueDateOf(calendar, request, log, clock.today())
    return { ...request, ...nextDateOf(calendar, request, { due, events: log }, clock.today()) }
  })
  return { items: rows, next }
}

/** Which cases wait for a decision is known from their logs, not from a column. */
async function narrowed(db: Db, today: Day, staff: Staff, query: RequestListQuery) {
  const { awaits } = query
  return awaits ? { ...query, ids: (await listAwaited(db, today, staff))[awaits] } : query
}

/** Opens the seal: who asks, the request, and what the applicant wrote later; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export function readSealed(
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ applicant: Applicant | null; description: string | null; written: CitizenWords[] }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.read_applicant')
    const row = await tx
      .selectFrom('foi_requests')
      .select(['applicant_sealed', 'description_sealed'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw refuse('not_found')
    const events = await listEvents(tx, [id])
    record(tx, { actor: actorOf(staff), action: 'foi.read_sealed', subject: { kind: 'foi_request', id } })
    return {
      applicant: row.applicant_sealed && unsealApplicant(platform, row.applicant_sealed),
      description: row.description_sealed && unsealDescription(platform, row.description_sealed),
      written: [...citizenWords(platform, events), ...staffWords(platform, events)],
    }
  })
}
