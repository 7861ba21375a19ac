import type { WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import { applicantBy } from '../applicant-by.ts'
import { opinionDueOn } from '../consultations/consultation-rules.ts'
import type { Consultation } from '../consultations/consultation-store.ts'
import { type CaseCalendar, type CaseEvent, dueDateOf, packOf } from '../events.ts'
import { confirmBy } from '../receipt.ts'
import type { DisclosureRequest } from '../request.ts'
import { type Urgency, urgencyOf } from '../urgency.ts'

export type DeadlineKind = 'receipt' | 'answer' | 'consultation' | 'correction' | 'payment' | 'internal'
export type AlertLevel = Exclude<Urgency, 'waiting' | 'calm'>
export type Deadline = { kind: DeadlineKind; part: number; dueOn: Day; level: AlertLevel | null }

type Case = {
  request: Pick<DisclosureRequest, 'receivedOn' | 'arrivedOn' | 'rules' | 'internalDueOn'>
  events: readonly CaseEvent[]
  consultations: readonly Consultation[]
}

/**
 * Every date of an open case and how near it is. The applicant's own periods only tell that they have lapsed.
 * Law: Order 711 art. 30, 32, 33, 34; 国办函〔2020〕109号. Throws: CalendarGap.
 */
export function deadlinesOf(calendar: CaseCalendar, one: Case, today: Day): Deadline[] {
  const { request, events, consultations } = one
  if (!request.receivedOn) return [receiptOf(calendar, request.arrivedOn, today)]
  const pack = packOf(request)
  const due = dueDateOf(calendar, request, events, today)
  const near = (dueOn: Day, workingDays: number) => levelOf(calendar, dueOn, workingDays, today)
  const found: Deadline[] = []
  if (due?.dueOn)
    found.push({ kind: 'answer', part: 0, dueOn: due.dueOn, level: near(due.dueOn, due.workingDays) })
  for (const consultation of consultations.filter(({ closedOn }) => closedOn === null)) {
    const dueOn = opinionDueOn(calendar, pack, consultation)
    found.push({
      kind: 'consultation',
      part: consultation.id,
      dueOn,
      level: near(dueOn, pack.opinionWithin),
    })
  }
  const lapses = applicantBy(calendar, pack, due, events, today)
  if (lapses)
    found.push({ kind: lapses.kind, part: 0, dueOn: lapses.on, level: lapses.lapsed ? 'overdue' : null })
  const inside = request.internalDueOn
  if (inside)
    found.push({ kind: 'internal', part: 0, dueOn: inside, level: today > inside ? 'overdue' : null })
  return found
}

/** Law: Order 711 art. 31 (3). */
function receiptOf(calendar: WorkingCalendar, arrivedOn: Day, today: Day): Deadline {
  const dueOn = confirmBy(calendar, arrivedOn)
  return { kind: 'receipt', part: 0, dueOn, level: today > dueOn ? 'overdue' : 'days1' }
}

function levelOf(calendar: WorkingCalendar, dueOn: Day, workingDays: number, today: Day): AlertLevel | null {
  const urgency = urgencyOf(calendar, { dueOn, workingDays }, today)
  return urgency === 'calm' || urgency === 'waiting' ? null : urgency
}
