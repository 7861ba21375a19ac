import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

export type Assignment = { departmentId: number; handlerId: number | null; internalDueOn: Day | null }

/** Hands the case to a department, or to one of its people, with a date inside the house. Throws: Refusal internal_due_past. */
export function assignRequest(platform: Platform, staff: Staff, id: number, to: Assignment): Promise<void> {
  return moveRequest(platform, staff, id, 'assign', async (tx, request) => {
    if (to.internalDueOn && to.internalDueOn < platform.clock.today()) throw refuse('internal_due_past')
    await saveRequest(tx, request, {
      department_id: to.departmentId,
      handler_id: to.handlerId,
      internal_due_on: to.internalDueOn,
    })
    return { kind: 'assigned', on: platform.clock.today(), detail: to }
  })
}

/** Somebody of the department takes a case that waits for a handler. Throws: Refusal claimed_already. */
export function claimRequest(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'claim', async (tx, request) => {
    if (request.handlerId !== null) throw refuse('claimed_already')
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

/** Where was searched, by whom, with what result: an answer that nothing is held rests on it. Law: Order 711 art. 36 (4). Throws: Refusal event_in_future. */
export function recordSearch(
  platform: Platform,
  staff: Staff,
  id: number,
  search: { on: Day; place: string; result: string },
): Promise<void> {
  return moveRequest(platform, staff, id, 'record_search', () => {
    if (search.on > platform.clock.today()) throw refuse('event_in_future')
    const { on, ...detail } = search
    return { kind: 'search', on, detail: { ...detail, by: staff.name } }
  })
}
