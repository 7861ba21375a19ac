import type { WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { type ClockEvent, clockEvent } from './clock/event.ts'
import { type DueDate, explainDueDate } from './clock/explain.ts'
import { applyEvent, type ClockState, startClock } from './clock/replay.ts'
import { type RulePack, rulePacks } from './clock/rule-pack.ts'

/** One line of a case's log. Clock events are those that `clock/event.ts` knows; the others tell what was done. */
export type CaseEvent = {
  id: number
  requestId: number
  kind: string
  on: Day
  detail: Record<string, unknown>
  staffId: number | null
  at: Date
}

const clockKinds = new Set<string>(clockEvent.options.map((option) => option.shape.kind.value))

export function clockEventsOf(events: readonly CaseEvent[]): ClockEvent[] {
  return events
    .filter((event) => clockKinds.has(event.kind))
    .map((event) => clockEvent.parse({ ...event.detail, kind: event.kind, on: event.on }))
}

type Received = { receivedOn: Day | null; rules: '492' | '711' | null }
export const packOf = ({ rules }: Received): RulePack => rulePacks[rules ?? '711']

/** Null before the receipt is confirmed. Throws: Refusal, CalendarGap. */
export function dueDateOf(
  calendar: WorkingCalendar,
  request: Received,
  events: readonly CaseEvent[],
): DueDate | null {
  if (!request.receivedOn) return null
  return explainDueDate(calendar, packOf(request), request.receivedOn, clockEventsOf(events))
}

export function clockOf(
  calendar: WorkingCalendar,
  request: { receivedOn: Day; rules: '492' | '711' | null },
  events: readonly CaseEvent[],
): ClockState {
  return clockEventsOf(events).reduce(
    (state, event) => applyEvent(calendar, packOf(request), state, event),
    startClock(request.receivedOn),
  )
}

export async function listEvents(db: Db | Tx, requestIds: readonly number[]): Promise<CaseEvent[]> {
  if (requestIds.length === 0) return []
  const rows = await db
    .selectFrom('foi_events')
    .selectAll()
    .where('request_id', 'in', requestIds)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    kind: row.kind,
    on: row.on_day,
    detail: row.detail as Record<string, unknown>,
    staffId: row.staff_id,
    at: row.at,
  }))
}

export async function insertEvent(
  tx: Tx,
  event: { requestId: number; kind: string; on: Day; detail?: object; staffId: number | null; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('foi_events')
    .values({
      request_id: event.requestId,
      kind: event.kind,
      on_day: event.on,
      detail: JSON.stringify(event.detail ?? {}),
      staff_id: event.staffId,
      at: event.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
