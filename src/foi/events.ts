import { type WorkingCalendar, workingCalendar } from '#calendar'
import { type Day, day, yearOf } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { type ClockEvent, clockEvent } from './clock/event.ts'
import { type DueDate, explainDueDate } from './clock/explain.ts'
import { type ClockState, replay } from './clock/replay.ts'
import { type RulePack, rulePacks } from './clock/rule-pack.ts'
import { refuse } from './refusals.ts'
import { type UncertainValues, withValues } from './uncertain/values.ts'

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

/** Days whose holiday notice is not issued yet count by weekday, and the date that rests on them is marked. */
export type CaseCalendar = WorkingCalendar & { knownUntil: Day }
const provisionalYears = 2

export function asCaseCalendar(known: WorkingCalendar): CaseCalendar {
  const horizon = day(`${yearOf(known.horizon) + provisionalYears}-12-31`)
  return { ...known, horizon, knownUntil: known.horizon }
}

/** The holidays that open cases are counted with. */
export const caseCalendar = async (db: Db | Tx): Promise<CaseCalendar> =>
  asCaseCalendar(await workingCalendar(db))

type Received = {
  receivedOn: Day | null
  rules: '492' | '711' | null
  /** Of the day of receipt, as the store reads them. */
  uncertain?: UncertainValues | null | undefined
}
/** The rules of a case: the order in force on its day of receipt, with the agency's values of that day. */
export function packOf({ rules, uncertain }: Received): RulePack {
  const pack = rulePacks[rules ?? '711']
  return uncertain ? withValues(pack, uncertain) : pack
}

/** `provisional`: the date rests on days whose holiday notice is not issued yet. */
export type CaseDue = DueDate & { provisional: boolean }

/** A day that the agency or a decision set does not move with the holidays; one that was counted may. */
export const restsOnUnknown = ({ dueOn, days }: DueDate, knownUntil: Day): boolean =>
  dueOn !== null && dueOn > knownUntil && days.at(-1)?.day === dueOn

/** Null before the receipt is confirmed. `today`: see `explainDueDate`. Throws: CalendarGap. */
export function dueDateOf(
  calendar: WorkingCalendar & { knownUntil?: Day },
  request: Received,
  events: readonly CaseEvent[],
  today?: Day,
): CaseDue | null {
  if (!request.receivedOn) return null
  const due = explainDueDate(calendar, packOf(request), request.receivedOn, clockEventsOf(events), today)
  return { ...due, provisional: restsOnUnknown(due, calendar.knownUntil ?? calendar.horizon) }
}

/** Where the clock of a received case stands. Throws: Refusal not_received, CalendarGap. */
export function clockOf(
  calendar: WorkingCalendar,
  request: Received,
  events: readonly CaseEvent[],
): ClockState {
  if (!request.receivedOn) throw refuse('not_received')
  return replay(calendar, packOf(request), request.receivedOn, clockEventsOf(events))
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
