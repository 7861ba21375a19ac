import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { caseCalendar, dueDateOf, listEvents, packOf } from './events.ts'
import { assertFactDay, assertWithinCalendar } from './fact-day.ts'
import { moveRequest } from './move-request.ts'
import { refuse, refuseBy } from './refusals.ts'
import { type DisclosureRequest, isOfDepartment } from './request.ts'
import { listAssignees, saveRequest } from './store.ts'

export type Assignment = { departmentId: number; handlerId: number | null; internalDueOn: Day | null }

/**
 * Hands the case to a department, or to one of its people, with a date inside the house that leaves time for the law's own.
 * Throws: Refusal assignee_unknown, internal_due_past, internal_due_after_answer, date_beyond_calendar.
 */
export function assignRequest(platform: Platform, staff: Staff, id: number, to: Assignment): Promise<void> {
  return moveRequest(platform, staff, id, 'assign', async (tx, request) => {
    await assertAssignee(tx, to)
    if (to.internalDueOn) await assertInternalDue(platform, tx, request, to.internalDueOn)
    await saveRequest(tx, request, {
      department_id: to.departmentId,
      handler_id: to.handlerId,
      internal_due_on: to.internalDueOn,
    })
    return { kind: 'assigned', on: platform.clock.today(), detail: to }
  })
}

/** A department that works, and one of its people (or of no department) who handles requests. */
async function assertAssignee(tx: Tx, { departmentId, handlerId }: Assignment) {
  const { departments, staff } = await listAssignees(tx)
  const known = departments.some(({ id }) => id === departmentId)
  const handler = staff.find(({ id }) => id === handlerId)
  const inside = handler && (handler.departmentId === null || handler.departmentId === departmentId)
  if (!known || (handlerId !== null && !inside)) throw refuse('assignee_unknown')
}

/** Of a case that is overdue, or waits for the applicant, only the past and the calendar bound the date. */
async function assertInternalDue(platform: Platform, tx: Tx, request: DisclosureRequest, on: Day) {
  const today = platform.clock.today()
  if (on < today) throw refuse('internal_due_past', { internalDueOn: '不能早于今天。' })
  const calendar = await caseCalendar(tx)
  assertWithinCalendar(on, calendar.horizon, 'internalDueOn')
  const dueOn = dueDateOf(calendar, request, await listEvents(tx, [request.id]), today)?.dueOn
  if (dueOn && dueOn >= today && on > dueOn)
    throw refuseBy(packOf(request).law.answer, 'internal_due_after_answer', {
      internalDueOn: `不能晚于答复期限${dueOn}。`,
    })
}

/** Somebody of the department takes a case that waits for a handler. Throws: Refusal claimed_already, other_department. */
export function claimRequest(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'claim', async (tx, request) => {
    if (request.handlerId !== null) throw refuse('claimed_already')
    if (!isOfDepartment(staff, request)) throw refuse('other_department')
    await saveRequest(tx, request, { handler_id: staff.id })
    return { kind: 'claimed', on: platform.clock.today() }
  })
}

/** The department says that the case is not its own; the disclosure office assigns it anew. Throws: Refusal return_needs_reason. */
export function giveBackRequest(platform: Platform, staff: Staff, id: number, reason: string): Promise<void> {
  return moveRequest(platform, staff, id, 'give_back', async (tx, request) => {
    if (!reason) throw refuse('return_needs_reason')
    await saveRequest(tx, request, { handler_id: null, department_id: null, internal_due_on: null })
    return { kind: 'given_back', on: platform.clock.today(), detail: { reason } }
  })
}

/** Where was searched, by whom, with what result: an answer that nothing is held rests on it. Law: Order 711 art. 36 (4). Throws: Refusal event_in_future, event_before_receipt. */
export function recordSearch(
  platform: Platform,
  staff: Staff,
  id: number,
  search: { on: Day; place: string; result: string },
): Promise<void> {
  return moveRequest(platform, staff, id, 'record_search', (_tx, request) => {
    assertFactDay(search.on, { today: platform.clock.today(), from: request.receivedOn })
    const { on, ...detail } = search
    return { kind: 'search', on, detail: { ...detail, by: staff.name } }
  })
}
