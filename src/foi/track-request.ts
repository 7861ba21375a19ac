import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { findByReceipt } from '#platform/limits'
import { readAgency } from '#site'
import { type DeadlineKind, deadlinesOf } from './alerts/deadlines.ts'
import { type Answer, latestAnswer } from './answer-store.ts'
import { confirmationPeriod, type Period, paymentPeriod } from './clock/period.ts'
import { mayEdit } from './edit-online.ts'
import {
  type CaseCalendar,
  type CaseDue,
  type CaseEvent,
  caseCalendar,
  dueDateOf,
  listEvents,
  packOf,
} from './events.ts'
import { isQueryCode } from './query-code.ts'
import { listForApplicant } from './release/read-file.ts'
import { remediesOfSilence, remediesText } from './remedies-text.ts'
import type { DisclosureRequest } from './request.ts'
import { unsealDescription } from './sealed.ts'
import { getRequest } from './store.ts'

/** What the applicant sees; the answer only once it was delivered. */
export type Tracking = {
  request: DisclosureRequest
  due: CaseDue | null
  /** By when the agency confirms, or the applicant mends or pays; null where the answer is what comes next, and once it has passed. */
  nextOn: Day | null
  mayEdit: boolean
  /** How `nextOn` was counted; null where it was set, not counted. */
  nextPeriod: Period | null
  /** Whom to ask and what to do, once the period has passed without an answer; null before. */
  overdue: { office: string; telephone: string; remedies: string } | null
  /** The words as written, for the applicant who may still change them. */
  description: string
  events: CaseEvent[]
  answer: Answer | null
  remedies: string
  downloads: Awaited<ReturnType<typeof listForApplicant>>
}

/** Finds a case by number and code. Throws: Refusal code_wrong, guessed_too_often. */
export function findTracked(
  platform: Platform,
  number: string,
  code: string,
  address = 'unknown',
): Promise<number> {
  const given = number.trim()
  return findByReceipt(platform, { kind: 'foi', number: given, address }, async () => {
    const row = await platform.db
      .selectFrom('foi_requests')
      .select(['id', 'number', 'code_issue as codeIssue'])
      .where('number', '=', given)
      .executeTakeFirst()
    return row && isQueryCode(platform, row, code) ? row.id : undefined
  })
}

export async function readTracking(platform: Platform, id: number): Promise<Tracking> {
  const { db, clock } = platform
  const request = await getRequest(db, id)
  const events = await listEvents(db, [id])
  const calendar = await caseCalendar(db)
  const due = request.answeredOn ? null : dueDateOf(calendar, request, events, clock.today())
  // One that is drafted or approved, but was not delivered before a withdrawal, is no answer to the applicant.
  const latest = request.answeredOn ? await latestAnswer(db, id) : undefined
  const answer = latest?.deliveredOn ? latest : null
  const agency = await readAgency(db)
  const late = due?.dueOn && clock.today() > due.dueOn
  const editable = mayEdit(request, clock.now())
  const description = editable ? await wordsAsWritten(platform, id) : ''
  const downloads = await listForApplicant(platform, id, request.answeredOn !== null)
  return {
    request,
    due,
    nextOn: request.answeredOn ? null : nextOf(calendar, request, events, clock.today()),
    nextPeriod: request.answeredOn ? null : periodOf(calendar, request, due, events),
    events,
    answer,
    remedies: answer && request.answeredOn ? remediesText(answer.outcome, request.answeredOn, agency) : '',
    overdue: late
      ? {
          office: agency.disclosureOffice || agency.hostName,
          telephone: agency.telephone,
          remedies: remediesOfSilence(agency),
        }
      : null,
    mayEdit: editable,
    description,
    downloads,
  }
}

async function wordsAsWritten(platform: Platform, id: number): Promise<string> {
  const row = await platform.db
    .selectFrom('foi_requests')
    .select('description_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.description_sealed ? unsealDescription(platform, row.description_sealed) : ''
}

/** Until the receipt is confirmed, and until the fee is paid. */
function periodOf(
  calendar: CaseCalendar,
  request: DisclosureRequest,
  due: CaseDue | null,
  events: readonly CaseEvent[],
): Period | null {
  if (!request.receivedOn) return confirmationPeriod(calendar, request.arrivedOn)
  return paymentPeriod(calendar, packOf(request), due?.waitsFor ?? null, events)
}

function nextOf(
  calendar: CaseCalendar,
  request: DisclosureRequest,
  events: readonly CaseEvent[],
  today: Day,
): Day | null {
  const before = new Set<DeadlineKind>(['receipt', 'correction', 'payment'])
  const next = deadlinesOf(calendar, { request, events, consultations: [] }, today).find(({ kind }) =>
    before.has(kind),
  )
  return next && next.dueOn >= today ? next.dueOn : null
}
