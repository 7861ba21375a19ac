import { CalendarGap, type DueDates, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import { type CaseEvent, dueDateOf, listEvents } from './events.ts'
import { listOpen } from './store.ts'

/** Open requests whose date a holiday notice moves. The clock is replayed (ADR 0011): nothing is stored. */
export const foiDueDates: DueDates = {
  key: 'foi',
  label: '依申请公开',
  moved: async (db, before, after) => {
    const requests = await listOpen(db)
    const events = await listEvents(
      db,
      requests.map(({ id }) => id),
    )
    const byCase = Map.groupBy(events, (event: CaseEvent) => event.requestId)
    return requests.flatMap((request) => {
      const log = byCase.get(request.id) ?? []
      const [was, is] = [dueOn(before, request, log), dueOn(after, request, log)]
      const { id, number } = request
      return was === is ? [] : [{ id, number, href: `/requests/${id}`, before: was, after: is }]
    })
  },
}

export function dueOn(
  calendar: WorkingCalendar,
  request: Parameters<typeof dueDateOf>[1],
  events: readonly CaseEvent[],
): Day | null {
  try {
    return dueDateOf(calendar, request, events)?.dueOn ?? null
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
