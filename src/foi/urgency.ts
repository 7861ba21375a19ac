import { type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'
import { type ApplicantBy, applicantBy } from './applicant-by.ts'
import type { DueDate } from './clock/explain.ts'
import { type CaseDue, type CaseEvent, packOf } from './events.ts'
import { confirmBy } from './receipt.ts'
import type { DisclosureRequest } from './request.ts'

/** Traffic light of an open case: working days left, counted from today. */
export const urgencies = ['waiting', 'calm', 'half', 'days5', 'days3', 'days1', 'overdue'] as const
export type Urgency = (typeof urgencies)[number]

/** Half time, then 5, 3 and 1 working days before the end, then too late. */
export function urgencyOf(
  calendar: WorkingCalendar,
  due: Pick<DueDate, 'dueOn' | 'workingDays'> | null,
  today: Day,
): Urgency {
  if (!due?.dueOn) return 'waiting'
  if (today > due.dueOn) return 'overdue'
  const left = workingDaysBetween(calendar, today, due.dueOn)
  if (left <= 1) return 'days1'
  if (left <= 3) return 'days3'
  if (left <= 5) return 'days5'
  return left <= due.workingDays / 2 ? 'half' : 'calm'
}

/** The next date of an open case under its light: the confirmation of its receipt, then the answer. */
export type NextDate = {
  dueOn: Day | null
  /** An opinion that is out, or a holiday notice still to come, may move it. */
  provisional: boolean
  confirmBy: Day | null
  /** While the applicant is awaited: until when. */
  applicantBy: ApplicantBy | null
  urgency: Urgency
}

/** Before the receipt is confirmed there is no due date, but the confirmation itself must not wait. Law: Order 711 art. 31 (3). Throws: CalendarGap. */
export function nextDateOf(
  calendar: WorkingCalendar,
  request: Pick<DisclosureRequest, 'receivedOn' | 'arrivedOn' | 'rules'>,
  { due, events }: { due: CaseDue | null; events: readonly CaseEvent[] },
  today: Day,
): NextDate {
  if (request.receivedOn)
    return {
      dueOn: due?.dueOn ?? null,
      provisional: due?.provisional === true || due?.waitsFor === 'consultation',
      confirmBy: null,
      applicantBy: applicantBy(calendar, packOf(request), due, events, today),
      urgency: urgencyOf(calendar, due, today),
    }
  const by = confirmBy(calendar, request.arrivedOn)
  const urgency = today > by ? 'overdue' : 'days1'
  return { dueOn: null, provisional: false, confirmBy: by, applicantBy: null, urgency }
}
