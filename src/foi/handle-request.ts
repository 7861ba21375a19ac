import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

export type Assignment = { departmentId: number; handlerId: number | null; internalDueOn: Day | null }

/** Hands the case to a department, or to one of its people, with a date inside the house. */
export function assignRequest(platform: Platform, staff: Staff, id: number, to: Assignment): Promise<void> {
  return moveRequest(platform, staff, id, 'assign', async (tx, request) => {
    await saveRequest(tx, request, { department_id: to.departmentId, handler_id: to.handlerId })
    return { kind: 'assigned', on: platform.clock.today(), detail: to }
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
