import type { WorkingCalendar } from '#calendar'
import { Refusal } from '#platform'
import { addDays, type Day } from '#platform/clock'
import { type ClockEvent, clockEvent } from './clock/event.ts'
import { judgeEvent } from './clock/judge.ts'
import { type CaseEvent, clockOf, packOf } from './events.ts'
import type { DisclosureRequest } from './request.ts'

/** What stands for an event of each kind, while only its day matters. */
const examples = {
  correction_notice: {},
  correction_received: {},
  extension: { workingDays: 1 },
  fee_notice: {},
  fee_paid: {},
  reasons_asked: {},
  reasons_weighed: { found: 'reasonable' },
  volume_date_set: {},
} as const satisfies Partial<Record<ClockEvent['kind'], object>>
export type Recordable = keyof typeof examples

/** A later day than any period reaches. Unit: calendar days. */
const farAhead = 3650

/**
 * Which events the clock would take today, with the day of today or of the last one (a fact may be entered late): a button that can only be
 * refused is not shown. The use case judges again. Throws: CalendarGap.
 */
export function mayRecord(
  calendar: WorkingCalendar,
  request: Pick<DisclosureRequest, 'receivedOn' | 'rules' | 'answeredOn'>,
  events: readonly CaseEvent[],
  today: Day,
): Recordable[] {
  if (!request.receivedOn || request.answeredOn) return []
  const state = clockOf(calendar, request, events)
  const takes = (kind: Recordable, on: Day): boolean => {
    const until = addDays(on, farAhead)
    try {
      const event = clockEvent.parse({ kind, on, until, ...examples[kind] })
      judgeEvent(calendar, packOf(request), state, event, today)
      return true
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
  const kinds = Object.keys(examples) as Recordable[]
  return kinds.filter((kind) => takes(kind, today) || takes(kind, state.lastOn))
}
