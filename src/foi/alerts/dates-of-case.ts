import type { Day } from '#platform/clock'
import { applicantBy } from '../applicant-by.ts'
import { opinionDueOn } from '../consultations/consultation-rules.ts'
import type { Consultation } from '../consultations/consultation-store.ts'
import { type CaseCalendar, type CaseEvent, dueDateOf, packOf } from '../events.ts'
import { confirmBy } from '../receipt.ts'
import type { DisclosureRequest } from '../request.ts'

/** `reassessment`: of an answered case. Law: Order 711 art. 18. */
export type DeadlineKind =
  | 'receipt'
  | 'answer'
  | 'consultation'
  | 'correction'
  | 'payment'
  | 'internal'
  | 'reassessment'
/** `part`: which of several consultations. `workingDays`: of the agency's and the third party's periods. */
export type DatedMatter = { kind: DeadlineKind; part: number; dueOn: Day; workingDays: number | null }

export type DatedCase = {
  request: Pick<DisclosureRequest, 'receivedOn' | 'arrivedOn' | 'rules' | 'internalDueOn'>
  events: readonly CaseEvent[]
  consultations: readonly Consultation[]
}

/** Every date of an open case: the confirmation, or the answer, opinions that are out, the applicant's own period, the date inside the house. Throws: CalendarGap. */
export function datesOfCase(calendar: CaseCalendar, one: DatedCase, today: Day): DatedMatter[] {
  const { request, events, consultations } = one
  const plain = { part: 0, workingDays: null }
  if (!request.receivedOn)
    return [{ ...plain, kind: 'receipt', dueOn: confirmBy(calendar, request.arrivedOn) }]
  const pack = packOf(request)
  const due = dueDateOf(calendar, request, events, today)
  const found: DatedMatter[] = []
  if (due?.dueOn) found.push({ ...plain, kind: 'answer', dueOn: due.dueOn, workingDays: due.workingDays })
  for (const consultation of consultations.filter(({ closedOn }) => closedOn === null))
    found.push({
      kind: 'consultation',
      part: consultation.id,
      dueOn: opinionDueOn(calendar, pack, consultation),
      workingDays: pack.opinionWithin,
    })
  const awaited = applicantBy(calendar, pack, due, events, today)
  if (awaited) found.push({ ...plain, kind: awaited.kind, dueOn: awaited.on })
  if (request.internalDueOn) found.push({ ...plain, kind: 'internal', dueOn: request.internalDueOn })
  return found
}
